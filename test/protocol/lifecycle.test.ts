import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { LAZY } from './support/capabilities';
import { MANIFEST, ROUTE, STORAGE, UNSAFE_OPTIONS } from './support/samples';
import { openFolder, withEditor } from './support/withEditor';

for (const transport of ['stdio', 'worker'] as const) {
  describe(`requests and restarts over ${transport}`, function () {
    this.timeout(30_000);

    it('a cancelled request ends although what it waits for comes, and the next one is answered', () =>
      withEditor({}, { transport }, async (editor, folder) => {
        const base = 'vscode-vfs://github/owner';
        const files = new Map([
          [`${base}/package.json`, MANIFEST],
          [`${base}/options.ts`, UNSAFE_OPTIONS],
        ]);
        let release = (): void => undefined;
        let isAsked = false;
        const gate = new Promise<void>((resolve) => {
          release = resolve;
        });
        editor.connection.onRequest('authlint/readDirectory', ({ uri }: { uri: string }) =>
          uri === base
            ? [...files.keys()].map((file) => ({ name: file.slice(base.length + 1), kind: 'file' }))
            : folder.readDirectory(uri),
        );
        editor.connection.onRequest('authlint/readFile', async ({ uri }: { uri: string }) => {
          isAsked ||= uri.endsWith('options.ts');
          if (uri.endsWith('options.ts')) await gate;
          return Buffer.from(files.get(uri) ?? '').toString('base64');
        });
        const textDocument = { uri: `${base}/route.ts`, languageId: 'typescript', version: 1, text: ROUTE };
        await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
        const source = new CancellationTokenSource();
        const params = { textDocument: { uri: textDocument.uri } };
        const cancelled = editor.connection.sendRequest('textDocument/diagnostic', params, source.token);
        await editor.until('the imported file to be read', () => isAsked);
        source.cancel();
        const next = editor.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', params);
        release();
        await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
        assert.equal((await next).items.length, 1);
        assert.deepEqual(editor.logged, []);
      }));

    it('a server that is started again knows what its editor was told', async () => {
      const folder = openFolder({ 'storage.ts': STORAGE }, transport);
      let resultId: string | undefined;
      await withEditor(folder, { transport }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        ({ resultId } = await editor.pull('storage.ts'));
        assert.equal(await editor.quit(), 0);
      });
      await withEditor(folder, { transport }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        assert.deepEqual(await editor.pull('storage.ts', resultId), { kind: 'unchanged', resultId });
        await editor.change('storage.ts', `\n${STORAGE}`);
        assert.equal((await editor.pull('storage.ts', resultId)).kind, 'full');
      });
      folder.remove();
    });

    it('a server ends while requests wait', () =>
      withEditor({ 'storage.ts': STORAGE }, { transport, capabilities: LAZY }, async (editor) => {
        editor.pullAll({}).catch(() => undefined);
        assert.equal(await editor.quit(), 0);
        assert.equal(editor.transport.errors(), '');
      }));
  });
}
