import assert from 'node:assert/strict';
import { LAZY } from './support/capabilities';
import { MANIFEST, STORAGE, VERIFY } from './support/samples';
import type { EditorOptions } from './support/testEditor';
import { summaryOf, withEditor } from './support/withEditor';

const COOKIE = `import express from 'express';

const app = express();
app.post('/login', (req, res) => {
  res.cookie('session', req.body.session, {
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
  });
});
`;
const MORE = `${STORAGE}localStorage.setItem('jwt', jwt);\n`;
const ADDED = ['token-in-web-storage at jwt'];

const changed = (options: EditorOptions = {}): EditorOptions => ({ settings: { scope: 'changed' }, ...options });

for (const transport of ['stdio', 'worker'] as const) {
  describe(`the scope of changes over ${transport}`, function () {
    this.timeout(30_000);

    it('leaves out what the last commit has, wherever it moved to, and says how much that is', () => {
      const committed = { 'storage.ts': STORAGE };
      return withEditor({}, changed({ transport, committed }), async (editor) => {
        await editor.open('storage.ts', STORAGE);
        assert.deepEqual(await editor.diagnostics('storage.ts'), []);
        const text = `// Further down now.\n\n${MORE}`;
        await editor.change('storage.ts', text);
        assert.deepEqual(summaryOf(text, await editor.diagnostics('storage.ts')), ADDED);
        await editor.until('the status', () => editor.statuses.at(-1)?.findings === 1);
        assert.equal(editor.statuses.at(-1)?.known, 1);
      });
    });

    it('shows what comes of taking something away', () => {
      const committed = { 'login.ts': COOKIE };
      return withEditor({}, changed({ transport, committed }), async (editor) => {
        await editor.open('login.ts', COOKIE);
        assert.deepEqual(await editor.diagnostics('login.ts'), []);
        const text = COOKIE.replace('    httpOnly: true,\n', '');
        await editor.change('login.ts', text);
        assert.deepEqual(
          (await editor.diagnostics('login.ts')).map(({ code }) => code),
          ['cookie-missing-httponly'],
        );
      });
    });

    it('shows all of a file that is new, and all where nobody knows the last commit', async () => {
      for (const options of [{ committed: {} }, {}]) {
        await withEditor({}, changed({ transport, ...options }), async (editor) => {
          await editor.open('storage.ts', STORAGE);
          assert.equal((await editor.diagnostics('storage.ts')).length, 1);
        });
      }
    });

    it('follows a commit, and the setting', () => {
      const committed = { 'storage.ts': STORAGE };
      return withEditor({}, changed({ transport, committed }), async (editor) => {
        await editor.open('storage.ts', MORE);
        assert.deepEqual(summaryOf(MORE, await editor.diagnostics('storage.ts')), ADDED);
        const commit = () => editor.commit({ 'storage.ts': MORE });
        await editor.refreshed(commit, 'storage.ts', (found) => found.length === 0);
        const all = () => editor.configurationChanged({ scope: 'all' });
        await editor.refreshed(all, 'storage.ts', (found) => found.length === 2);
      });
    });

    it('counts for the files that are not open, and for what the commands mend', () => {
      const files = { 'package.json': MANIFEST, 'old.ts': VERIFY, 'new.ts': VERIFY };
      const options = changed({ transport, capabilities: LAZY, committed: { 'old.ts': VERIFY } });
      return withEditor(files, options, async (editor) => {
        assert.deepEqual(await editor.execute('authlint.fixWorkspace'), { applied: true, fixes: 2, files: 1 });
        assert.match(JSON.stringify(editor.applied), /new\.ts/);
      });
    });
  });
}
