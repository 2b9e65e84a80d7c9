const { createServer } = require('node:http');

/**
 * Run as `node serve.cjs MODULE OPTIONS`: serves VS Code from the server module MODULE with OPTIONS, a JSON object of
 * its command-line flags, on a free port, which is printed. Ends with its parent, and takes its process group along:
 * an extension host would wait for hours to be connected again.
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

process.stdin.resume().on('end', () => process.kill(-process.pid, 'SIGKILL'));
serve(process.argv.slice(2)).catch((reason) => {
  console.error(reason);
  process.exit(1);
});
