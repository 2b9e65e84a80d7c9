const { createServer } = require('node:http');

/**
 * Run as `node serve.cjs MODULE OPTIONS`: serves VS Code from the server module MODULE with OPTIONS, a JSON object of
 * its command-line flags, on a free port, which is printed. Ends when standard input does, that is, with its parent.
 */
async function serve([module, options]) {
  process.env.CODE_SERVER_PARENT_PID = String(process.ppid);
  const { loadCodeWithNls } = await import(module);
  const { createServer: createVSCode } = await loadCodeWithNls();
  const vscode = await createVSCode(null, { _: [], ...JSON.parse(options) });
  const server = createServer((request, response) => vscode.handleRequest(request, response));
  server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
  server.listen(0, '127.0.0.1', () => console.log(`Serving VS Code on port ${server.address().port}`));
}

process.stdin.resume().on('end', () => process.exit());
serve(process.argv.slice(2)).catch((reason) => {
  console.error(reason);
  process.exit(1);
});
