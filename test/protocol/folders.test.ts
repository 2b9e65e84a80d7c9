import assert from 'node:assert/strict';
import { type Diagnostic, type DiagnosticSeverity, FileChangeType } from 'vscode-languageserver/node';
import { toEntries, writeBaseline } from '../../server/host/baseline';
import type { Folder } from './support/folder';
import { STORAGE } from './support/samples';
import type { TestEditor } from './support/testEditor';
import { withEditor } from './support/withEditor';

const SEVERITIES = ['none', 'error', 'warning', 'information'];
const config = (severity: string, more: object = {}) =>
  JSON.stringify({ rules: { 'token-in-web-storage': severity }, ...more });

/** How severe the one finding is that each file may have. */
async function severities(editor: TestEditor, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    await editor.open(name, STORAGE);
    found.push(SEVERITIES[(await editor.diagnostics(name))[0]?.severity ?? 0] ?? '');
  }
  return found;
}

function baselineAt(folder: Folder, directory: string): string {
  const at = STORAGE.lastIndexOf('token');
  const finding = {
    rule: 'token-in-web-storage',
    severity: 'error',
    message: '',
    because: '',
    help: '',
    related: [],
    fixes: [],
    symbol: 'remember',
    span: { start: at, end: at + 5 },
  } as const;
  const path = `/${directory}`;
  assert.ok(folder.uri);
  return writeBaseline(toEntries(`${path}/.authlint-baseline.json`, `${path}/a.ts`, STORAGE, [finding]));
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`workspace folders over ${transport}`, function () {
    this.timeout(30_000);

    it('have the nearest config of each file, over the settings of its folder', () => {
      const files = {
        'authlint.config.json': config('off'),
        'one/inner/authlint.config.json': config('information'),
        'one/inner/deep/a.ts': STORAGE,
        'two/authlint.config.json': config('warning', { root: true }),
        'three/authlint.config.json': '{ "root": true }',
      };
      const options = {
        transport,
        folders: ['one', 'one/inner', 'two', 'three'],
        settingsOf: { three: { rules: { 'token-in-web-storage': 'information' } }, two: { enable: false } },
      };
      return withEditor(files, options, async (editor) => {
        const names = ['one/a.ts', 'one/inner/a.ts', 'one/inner/deep/a.ts', 'two/a.ts', 'three/a.ts'];
        const expected = ['none', 'information', 'information', 'none', 'information'];
        assert.deepEqual(await severities(editor, names), expected);
        assert.deepEqual(editor.logged, []);
      });
    });

    it('come and go', () => {
      const files = { 'two/a.ts': STORAGE };
      const settingsOf = { two: { rules: { 'token-in-web-storage': 'warning' } } };
      return withEditor(files, { transport, folders: ['one'], settingsOf }, async (editor, folder) => {
        assert.deepEqual(await severities(editor, ['two/a.ts']), ['error']);
        const two = { uri: folder.uriOf('two'), name: 'two' };
        const foldersChanged = (event: object) => () =>
          editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
        const isSevere = (severity: DiagnosticSeverity) => (found: readonly Diagnostic[]) =>
          found[0]?.severity === severity;
        await editor.refreshed(foldersChanged({ added: [two], removed: [] }), 'two/a.ts', isSevere(2));
        await editor.refreshed(foldersChanged({ added: [], removed: [two] }), 'two/a.ts', isSevere(1));
      });
    });

    it('are looked at anew when a config, a .gitignore or a baseline comes, changes or goes', () =>
      withEditor({ 'src/a.ts': STORAGE }, { transport }, async (editor, folder) => {
        await editor.open('src/a.ts', STORAGE);
        assert.equal((await editor.diagnostics('src/a.ts')).length, 1);
        for (const [name, silent, loud] of [
          ['src/authlint.config.json', config('off'), config('error')],
          ['authlint.config.json', '{ "ignore": ["src/"] }', '{}'],
          ['.gitignore', 'src', ''],
          ['src/.authlint-baseline.json', baselineAt(folder, 'src'), writeBaseline([])],
        ] as const) {
          const changed = () => editor.filesChanged({ name, type: FileChangeType.Changed });
          folder.write(name, silent);
          await editor.refreshed(changed, 'src/a.ts', (found) => found.length === 0);
          folder.write(name, loud);
          await editor.refreshed(changed, 'src/a.ts', (found) => found.length === 1);
        }
      }));
  });
}
