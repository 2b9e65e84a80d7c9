/** Lets Node load rule pages as esbuild's text loader does: `import page from './page.md'` is the file's text. */
const { readFileSync } = require('node:fs');

require.extensions['.md'] = (module, filename) => {
  module.exports = readFileSync(filename, 'utf8');
};
