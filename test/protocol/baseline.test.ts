import assert from 'node:assert/strict';
import { toEntries, writeBaseline } from '../../server/host/baseline';
import { STORAGE } from './support/samples';
import { summaryOf, withEditor } from './support/withEditor';

const FOUND = {
  rule: 'token-in-web-storage',
  severity: 'error',
  message: '',
  because: '',
  help: '',
  related: [],
  fixes: [],
  symbol: 'remember',
} as const;
const start = STORAGE.lastIndexOf('token');
const BASELINE = writeBaseline(
  toEntries('/w/.authlint-baseline.json', '/w/src/storage.ts', STORAGE, [
    { ...FOUND, span: { start, end: start + 5 } },
  ]),
);

describe('a baseline in the editor', function () {
  this.timeout(30_000);

  it('leaves out what it lists, and nothing else', () =>
    withEditor({ '.authlint-baseline.json': BASELINE }, {}, async (editor) => {
      await editor.open('src/storage.ts', STORAGE);
      assert.deepEqual(await editor.diagnostics('src/storage.ts'), []);
      const text = `${STORAGE}localStorage.setItem('jwt', jwt);\n`;
      await editor.change('src/storage.ts', text);
      assert.deepEqual(summaryOf(text, await editor.diagnostics('src/storage.ts')), ['token-in-web-storage at jwt']);
    }));
});
