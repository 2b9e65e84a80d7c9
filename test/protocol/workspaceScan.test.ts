import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  FileChangeType,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { generateProject } from '../generated/projects';
import { LAZY, PUSHED } from './support/capabilities';
import { checkAll } from './support/commandLine';
import type { Folder } from './support/folder';
import { MANIFEST, ROUTE, SAFE_OPTIONS, STORAGE, UNSAFE_OPTIONS } from './support/samples';
import type { TestEditor } from './support/testEditor';
import { withEditor } from './support/withEditor';

const PROJECT = {
  'package.json': MANIFEST,
  'storage.ts': STORAGE,
  'deep/route.ts': ROUTE,
  'deep/options.ts': UNSAFE_OPTIONS,
  '.gitignore': 'ignored',
  'ignored/storage.ts': STORAGE,
  'storage.test.ts': STORAGE,
};
const SCAN = 'authlint.scanWorkspace';

/** `rule, …` for each file of a report. */
function codesIn({ items }: WorkspaceDiagnosticReport, folder: Folder): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.map((item) => [
      item.uri.slice(folder.uri.length + 1),
      item.kind === 'full' ? item.items.map(({ code }) => code).join() : item.kind,
    ]),
  );
}

function idsIn({ items }: WorkspaceDiagnosticReport): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ uri, resultId }) => [uri, resultId ?? '']));
}

/** Whether a request is still without an answer when the server has answered a later one. */
function isHeld(request: Promise<unknown>, editor: TestEditor): Promise<boolean> {
  return Promise.race([request.then(() => false), editor.decode('no token').then(() => true)]);
}

/** What a request answers while someone types, which keeps everything in the background from going on. */
async function whileTyping<T>(editor: TestEditor, request: Promise<T>): Promise<T> {
  let isOver = false;
  const over = request.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined);
  while (!isOver) {
    await editor.filesChanged({ name: 'storage.ts', type: FileChangeType.Changed });
    await editor.decode('no token');
  }
  return over;
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`the diagnostics of all files over ${transport}`, function () {
    this.timeout(30_000);

    it('are held back until the user wants them, and then until there are others', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor, folder) => {
        const held = editor.pullAll({});
        await editor.until('the index', () => editor.indexStates.includes('complete'));
        assert.ok(await isHeld(held, editor), 'nobody asked for it');
        assert.deepEqual(await editor.execute(SCAN), { files: 2, findings: 2 });
        const first = await held;
        const found = { 'deep/route.ts': 'cookie-missing-httponly', 'storage.ts': 'token-in-web-storage' };
        assert.deepEqual(codesIn(first, folder), found);

        const next = editor.pullAll(idsIn(first));
        assert.ok(await isHeld(next, editor), 'nothing is new');
        folder.write('deep/options.ts', SAFE_OPTIONS);
        await editor.filesChanged({ name: 'deep/options.ts', type: FileChangeType.Changed });
        assert.deepEqual(codesIn(await next, folder), { 'deep/route.ts': '' });
        assert.deepEqual(editor.published, []);
        assert.deepEqual(editor.logged, []);
      }));

    it('come by themselves with the setting, and go with it', () =>
      withEditor(PROJECT, { transport, settings: { workspaceScan: true } }, async (editor, folder) => {
        const first = await editor.pullAll({});
        assert.deepEqual(Object.keys(codesIn(first, folder)).sort(), ['deep/route.ts', 'storage.ts']);
        const next = editor.pullAll(idsIn(first));
        await editor.configurationChanged({ workspaceScan: false });
        assert.deepEqual(codesIn(await next, folder), { 'deep/route.ts': '', 'storage.ts': '' });
      }));

    it('leave open documents to their own requests, and take them back when they are closed', () =>
      withEditor(PROJECT, { transport, settings: { workspaceScan: true } }, async (editor, folder) => {
        const text = `${STORAGE}localStorage.setItem('jwt', jwt);\n`;
        await editor.open('storage.ts', text);
        const first = await editor.pullAll({});
        assert.deepEqual(codesIn(first, folder), { 'deep/route.ts': 'cookie-missing-httponly' });
        const own = await editor.pull('storage.ts');
        const next = editor.pullAll({ ...idsIn(first), [folder.uriOf('storage.ts')]: own.resultId ?? '' });
        await editor.close('storage.ts');
        assert.deepEqual(codesIn(await next, folder), { 'storage.ts': 'token-in-web-storage' });
        assert.equal((await editor.diagnostics('storage.ts')).length, 1, 'VS Code asks once more when it closes one');
      }));

    it('are pushed where they cannot be asked for', () =>
      withEditor(PROJECT, { transport, capabilities: PUSHED }, async (editor, folder) => {
        const last = (name: string) => editor.published.findLast(({ uri }) => uri === folder.uriOf(name))?.diagnostics;
        await editor.execute(SCAN);
        await editor.until('both files', () => last('storage.ts')?.length === 1 && last('deep/route.ts')?.length === 1);
        await editor.open('storage.ts', '');
        await editor.until('none in the open document', () => last('storage.ts')?.length === 0);
        await editor.close('storage.ts');
        await editor.until('those on disk', () => last('storage.ts')?.length === 1);
        assert.equal(
          editor.published.filter(({ uri }) => uri === folder.uriOf('deep/route.ts')).length,
          1,
          'told once',
        );
      }));

    it('are what the command line finds', async () => {
      const { files } = generateProject(5);
      const expected = await checkAll(files);
      assert.ok(expected.size > 0);
      await withEditor(files, { transport, settings: { workspaceScan: true } }, async (editor, folder) => {
        const { items } = await editor.pullAll({});
        const found = items.map((item): [string, readonly string[]] => [
          item.uri.slice(folder.uri.length + 1),
          (item.kind === 'full' ? item.items : [])
            .map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`)
            .sort(),
        ]);
        assert.deepEqual(new Map(found.sort()), new Map([...expected].sort()));
      });
    });

    it('show how far they are, and end when the user ends them', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor) => {
        await editor.execute(SCAN);
        const kinds = editor.progress.map(({ kind }) => kind);
        assert.equal(kinds[0], 'begin');
        assert.equal(kinds.at(-1), 'end');
        assert.ok(kinds.length > 2, 'reports between');
        editor.onProgress = ({ kind }, token) =>
          kind === 'begin' && editor.connection.sendNotification('window/workDoneProgress/cancel', { token });
        assert.equal(await whileTyping(editor, editor.execute(SCAN)), null);
        assert.equal(editor.progress.at(-1)?.kind, 'end');
        assert.deepEqual(editor.logged, []);
      }));

    it('end when the request is cancelled', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor) => {
        const source = new CancellationTokenSource();
        editor.onProgress = ({ kind }) => kind === 'begin' && source.cancel();
        const scan = whileTyping(editor, editor.execute(SCAN, { token: source.token }));
        await assert.rejects(scan, { code: LSPErrorCodes.RequestCancelled });
        const asked = new CancellationTokenSource();
        const held = editor.pullAll({}, asked.token);
        asked.cancel();
        await assert.rejects(held, { code: LSPErrorCodes.RequestCancelled });
        assert.deepEqual(editor.logged, []);
      }));
  });
}
