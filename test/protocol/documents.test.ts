import assert from 'node:assert/strict';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { MANIFEST, ROUTE, STORAGE, UNSAFE_OPTIONS } from './support/samples';
import type { TestEditor } from './support/testEditor';
import { rangeOf, summaryOf, withEditor } from './support/withEditor';

/** Opens a document by its URI and asks for its diagnostics. */
async function open(editor: TestEditor, uri: string, text: string): Promise<readonly Diagnostic[]> {
  const textDocument = { uri, languageId: 'typescript', version: 1, text };
  await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
  const report = await editor.connection.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items;
}

/** A cell of a notebook of a folder, as VS Code names it. */
function cellOf(notebook: string, cell: string): string {
  const [, scheme = '', rest = ''] = /^([^:]+):(.*)$/.exec(notebook) ?? [];
  const fragment = `${cell}s${Buffer.from(scheme).toString('base64')}`;
  return `vscode-notebook-cell:${rest}#${encodeURIComponent(fragment)}`;
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`documents over ${transport}`, function () {
    this.timeout(30_000);

    it('may be untitled or lie nowhere on a disk, but past versions are left alone', () =>
      withEditor({}, { transport }, async (editor) => {
        for (const uri of [
          'untitled:Untitled-1',
          'vscode-vfs://github/owner/repository/a%20b.ts',
          'git:/folder/storage.ts?%7B%22ref%22%3A%22HEAD%22%7D',
        ]) {
          const found = summaryOf(STORAGE, await open(editor, uri, STORAGE));
          assert.deepEqual(found, uri.startsWith('git:') ? [] : ['token-in-web-storage at token'], uri);
        }
        assert.deepEqual(editor.logged, []);
      }));

    it('may be cells of a notebook, to which belongs what lies around the notebook', () => {
      const files = {
        'package.json': MANIFEST,
        'nested/options.ts': UNSAFE_OPTIONS,
        'quiet/authlint.config.json': '{ "rules": { "token-in-web-storage": "off" } }',
        'authlint.config.json': '{ "ignore": ["old"] }',
      };
      return withEditor(files, { transport }, async (editor, folder) => {
        const found = async (notebook: string, cell: string, text: string) =>
          (await open(editor, cellOf(folder.uriOf(notebook), cell), text)).map(({ code }) => code);
        await editor.indexed();
        assert.deepEqual(await found('nested/notes.ipynb', 'W0', STORAGE), ['token-in-web-storage']);
        assert.deepEqual(await found('nested/notes.ipynb', 'W1', ROUTE), ['cookie-missing-httponly'], 'an import');
        assert.deepEqual(await found('quiet/notes.ipynb', 'W0', STORAGE), [], 'the nearest config');
        assert.deepEqual(await found('old/notes.ipynb', 'W0', STORAGE), [], 'an ignored notebook');
        assert.deepEqual(editor.logged, []);
      });
    });

    it('have edits and related places of cells where the editor has the cells', () =>
      withEditor({ 'package.json': MANIFEST }, { transport }, async (editor, folder) => {
        const uri = cellOf(folder.uriOf('notes.ipynb'), 'W2');
        const text = "import jwt from 'jsonwebtoken';\njwt.verify(t, k, { algorithms: ['none', 'HS256'] });\n";
        const [diagnostic] = await open(editor, uri, text);
        assert.ok(diagnostic);
        const actions = await editor.connection.sendRequest<{ edit?: { documentChanges?: object[] } }[]>(
          'textDocument/codeAction',
          { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } },
        );
        assert.deepEqual(
          actions[0]?.edit?.documentChanges?.map((change) => Reflect.get(change, 'textDocument')),
          [{ uri, version: 1 }],
        );
      }));

    it('have columns in UTF-16, behind characters of two units and in any kind of lines', () =>
      withEditor({}, { transport }, async (editor) => {
        for (const lineBreak of ['\n', '\r\n', '\r']) {
          const text = ["const key = '🔑🔑';", "/* 🔑 é 字 */ localStorage.setItem('token', token);", ''].join(
            lineBreak,
          );
          const name = `a${lineBreak.length}${lineBreak.charCodeAt(0)}.ts`;
          await editor.open(name, text);
          const [diagnostic, ...others] = await editor.diagnostics(name);
          assert.deepEqual(others, []);
          const character = '/* 🔑 é 字 */ '.length + "localStorage.setItem('token', ".length;
          assert.deepEqual(diagnostic?.range, {
            start: { line: 1, character },
            end: { line: 1, character: character + 'token'.length },
          });
          const at = { line: 1, character: '/* 🔑'.length };
          await editor.edit(name, { start: at, end: at }, '🔒🔒');
          const [moved] = await editor.diagnostics(name);
          assert.equal(moved?.range.start.character, character + 4);
        }
      }));

    it('may begin with a byte order mark, which counts as what the editor counts it as', () =>
      withEditor({}, { transport }, async (editor) => {
        const text = "\uFEFFlocalStorage.setItem('token', token);\r\n";
        await editor.open('marked.ts', text);
        const [diagnostic] = await editor.diagnostics('marked.ts');
        assert.deepEqual(diagnostic?.range, rangeOf(text, 'token', "'token', "));
      }));

    it('refer to files on disk by lines that leave a byte order mark out', () => {
      const options = `\uFEFF${UNSAFE_OPTIONS.replace('\n', '\r\n')}`;
      const files = { 'package.json': MANIFEST, 'options.ts': options };
      return withEditor(files, { transport }, async (editor) => {
        await editor.open('route.ts', ROUTE);
        await editor.indexed();
        const [diagnostic] = await editor.diagnostics('route.ts');
        assert.deepEqual(diagnostic?.relatedInformation?.at(-1)?.location.range, rangeOf(UNSAFE_OPTIONS, 'false'));
      });
    });
  });
}
