import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { PUSHED } from './support/capabilities';
import { MANIFEST, ROUTE, STORAGE, TOKEN, UNSAFE_OPTIONS } from './support/samples';
import { summaryOf, withEditor } from './support/withEditor';

const TOO_DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)};\n`;

for (const transport of ['stdio', 'worker'] as const) {
  describe(`the server over ${transport}`, function () {
    this.timeout(30_000);

    it('skips what it cannot read, says why once, and checks all other files', () =>
      withEditor({}, { transport }, async (editor) => {
        const skipped = {
          'large.ts': `${STORAGE}// ${'x'.repeat(999)}\n`.repeat(1000),
          'long.ts': `${STORAGE}const minified = '${'x'.repeat(20_001)}';\n`,
          'deep.ts': `${STORAGE}const deep = ${TOO_DEEP}`,
        };
        for (const [name, text] of Object.entries(skipped)) {
          await editor.open(name, text);
          assert.deepEqual(await editor.diagnostics(name), [], name);
          await editor.change(name, `${text}\n`);
          assert.deepEqual(await editor.diagnostics(name), [], name);
          assert.equal(editor.logged.filter((line) => line.includes(name)).length, 1, name);
          assert.ok(editor.statuses.at(-1)?.skipped, name);
        }
        assert.equal(editor.logged.length, 3);
        await editor.open('storage.ts', STORAGE);
        assert.equal((await editor.diagnostics('storage.ts')).length, 1);
        assert.equal(editor.statuses.at(-1)?.skipped, undefined);
      }));

    it('takes a file up again once it can be read', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('deep.ts', `${STORAGE}${TOO_DEEP}`);
        assert.deepEqual(await editor.diagnostics('deep.ts'), []);
        await editor.change('deep.ts', STORAGE);
        assert.deepEqual(summaryOf(STORAGE, await editor.diagnostics('deep.ts')), ['token-in-web-storage at token']);
      }));

    it('stays with an importer whose import cannot be read', () =>
      withEditor({ 'package.json': MANIFEST, 'options.ts': TOO_DEEP }, { transport }, async (editor) => {
        await editor.open('route.ts', `${ROUTE}${STORAGE}`);
        const codes = (await editor.diagnostics('route.ts')).map(({ code }) => code);
        assert.deepEqual(codes, ['token-in-web-storage']);
      }));

    it('names what is wrong in a config, keeps to the rest of it, and takes it up when it is mended', () => {
      const config = '{\n  "rules": { "token-in-web-storage": "fatal" },\n  "preset": "strict"\n}\n';
      return withEditor({ 'authlint.config.json': config }, { transport }, async (editor, folder) => {
        await editor.open('storage.ts', STORAGE);
        assert.equal((await editor.diagnostics('storage.ts')).length, 1);
        const [problem, ...others] = editor.logged;
        assert.match(
          problem ?? '',
          /authlint\.config\.json:2:\d+: .*"fatal".*"error", "warning", "information", "off"/,
        );
        assert.deepEqual(others, []);

        folder.write('authlint.config.json', config.replace('fatal', 'off'));
        const changed = () => editor.filesChanged({ name: 'authlint.config.json', type: FileChangeType.Changed });
        await editor.refreshed(changed, 'storage.ts', (found) => found.length === 0);
      });
    });

    it('survives a config that is not JSON', () =>
      withEditor({ 'authlint.config.json': '{ "rules": ' }, { transport }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        assert.equal((await editor.diagnostics('storage.ts')).length, 1);
        assert.match(editor.logged[0] ?? '', /authlint\.config\.json:1:\d+: Malformed JSON/);
      }));

    it('leaves out what the config ignores, test code, and installed code', () =>
      withEditor({ 'authlint.config.json': '{ "ignore": ["old/"] }' }, { transport }, async (editor) => {
        for (const name of ['old/storage.ts', 'storage.test.ts', 'node_modules/lib/storage.ts']) {
          await editor.open(name, STORAGE);
          assert.deepEqual(await editor.diagnostics(name), [], name);
          assert.ok(editor.statuses.at(-1)?.skipped, name);
        }
        assert.deepEqual(editor.logged, []);
      }));

    it('logs nothing that is in a document, a token least of all', () =>
      withEditor({ 'options.ts': UNSAFE_OPTIONS }, { transport }, async (editor) => {
        const text = `${ROUTE}const token = '${TOKEN}';\nlocalStorage.setItem('token', '${TOKEN}');\n`;
        await editor.open('route.ts', text);
        await editor.diagnostics('route.ts');
        await editor.hover('route.ts', { line: 7, character: 20 });
        await editor.open('deep.ts', `const token = '${TOKEN}' + ${TOO_DEEP}`);
        await editor.diagnostics('deep.ts');
        assert.equal(editor.logged.length, 1);
        for (const line of [...editor.logged, editor.transport.errors()]) assert.doesNotMatch(line, /eyJ|\[\[|setItem/);
      }));
  });
}

describe('the server', function () {
  this.timeout(30_000);

  it('ends when the editor asks it to', () =>
    withEditor({}, {}, async (editor) => {
      assert.equal(await editor.quit(), 0);
      assert.equal(editor.transport.errors(), '');
    }));

  it('ends when the editor is gone', () =>
    withEditor({}, {}, async (editor) => {
      editor.connection.end();
      assert.equal(await editor.transport.ended, 1);
    }));

  it('ends in a worker when the editor asks it to', () =>
    withEditor({}, { transport: 'worker' }, async (editor) => {
      assert.equal(await editor.quit(), 0);
    }));

  it('watches files and settings where the editor lets it', () =>
    withEditor({}, {}, async (editor) => {
      await editor.until('registrations', () => editor.registrations.length === 2);
      assert.deepEqual(
        editor.registrations.map(({ method }) => method),
        ['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration'],
      );
    }));

  it('looks at files again after each save in an editor that watches none', () =>
    withEditor({ 'package.json': MANIFEST }, { capabilities: PUSHED }, async (editor, folder) => {
      const last = () => editor.published.findLast(({ uri }) => uri === folder.uriOf('route.ts'))?.diagnostics.length;
      await editor.open('route.ts', ROUTE);
      await editor.until('no diagnostics without the imported file', () => last() === 0);
      folder.write('options.ts', UNSAFE_OPTIONS);
      await editor.connection.sendNotification('textDocument/didSave', {
        textDocument: { uri: folder.uriOf('route.ts') },
      });
      await editor.until('one diagnostic', () => last() === 1);
    }));
});
