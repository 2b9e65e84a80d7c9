// Run as `node activate.cjs BUNDLE LANGUAGE`: activates the extension in a VS Code that does nothing, where one document of
// that language is open, and prints the modules that it loads: until it is active, and right after that.
const Module = require('node:module');

const [bundle, languageId] = process.argv.slice(2);
const nothing = new Proxy(Object, {
  get: (_, part) => (typeof part === 'symbol' || part === 'then' ? undefined : nothing),
  set: () => true,
  apply: () => nothing,
  construct: () => nothing,
});
const only = (known) => new Proxy(known, { get: (_, part) => known[part] ?? nothing });
const vscode = only({ workspace: only({ textDocuments: [{ languageId }] }) });

const loaded = new Set();
const load = Module._load;
Module._load = (request, ...rest) => {
  if (request === bundle) return load(request, ...rest);
  loaded.add(request);
  return request === 'vscode' ? vscode : nothing;
};
require(bundle).activate({ subscriptions: [], extension: {} });
const untilActive = [...loaded];
loaded.clear();
setTimeout(() => console.log(JSON.stringify({ untilActive, then: [...loaded] })));
