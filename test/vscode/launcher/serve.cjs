const { createReadStream } = require('node:fs');
const { createServer } = require('node:http');
const path = require('node:path');

const types = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Run as `node serve.cjs MODULE OPTIONS EXTENSION`, with OPTIONS a JSON object of command-line flags: serves VS Code
 * from the server module MODULE, and the folder EXTENSION under `/extension`, on a free port, which is printed.
 * The workbench's page takes further options of its own from the query parameter `options`.
 * Ends with its parent, and takes its process group along: an extension host would wait for hours to be connected again.
 */
async function serve([module, options, extension]) {
  process.env.CODE_SERVER_PARENT_PID = String(process.ppid);
  const { loadCodeWithNls } = await import(module);
  const { createServer: createVSCode } = await loadCodeWithNls();
  const vscode = await createVSCode(null, { _: [], ...JSON.parse(options) });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (searchParams.has('options')) {
      addOptions(JSON.parse(searchParams.get('options')), response);
    }
    if (pathname.startsWith('/extension/')) {
      sendFile(path.join(extension, decodeURIComponent(pathname.slice('/extension'.length))), response);
    } else {
      vscode.handleRequest(request, response);
    }
  });
  server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
  server.listen(0, '127.0.0.1', () => console.log(`Serving VS Code on port ${server.address().port}`));
}

/** Adds to the workbench's options in the page that `response` is going to be. */
function addOptions(options, response) {
  const end = response.end.bind(response);
  response.end = (page) =>
    end(
      String(page).replace(/(?<=-web-configuration" data-settings=")[^"]*/, (settings) =>
        JSON.stringify({ ...JSON.parse(settings.replaceAll('&quot;', '"')), ...options }).replaceAll('"', '&quot;'),
      ),
    );
}

function sendFile(file, response) {
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  createReadStream(file)
    .on('open', () => response.writeHead(200, { 'Content-Type': type }))
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
}

process.stdin.resume().on('end', () => process.kill(-process.pid, 'SIGKILL'));
serve(process.argv.slice(2)).catch((reason) => {
  console.error(reason);
  process.exit(1);
});
