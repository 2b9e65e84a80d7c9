import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { PUSHED } from './support/capabilities';
import { STORAGE, TOKEN } from './support/samples';
import { summaryOf, withEditor } from './support/withEditor';

const SIGN = `import jwt from 'jsonwebtoken';

export function signIn(sub: string) {
  const accessToken = jwt.sign({ sub }, process.env.KEY ?? '', { expiresIn: '30m' });
  return { accessToken };
}
`;

const isWarning = ([first]: readonly Diagnostic[]) => first?.severity === DiagnosticSeverity.Warning;

for (const transport of ['stdio', 'worker'] as const) {
  describe(`settings over ${transport}`, function () {
    this.timeout(30_000);

    it('come from the editor, and count at once when they change', () =>
      withEditor({}, { transport, settings: { rules: { 'token-in-web-storage': 'information' } } }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        assert.equal((await editor.diagnostics('storage.ts'))[0]?.severity, DiagnosticSeverity.Information);
        const changed = () => editor.configurationChanged({ rules: { 'token-in-web-storage': 'warning' } });
        await editor.refreshed(changed, 'storage.ts', isWarning);
      }));

    it('turn everything off', () =>
      withEditor({}, { transport, settings: { enable: false } }, async (editor) => {
        const text = `${STORAGE}const token = '${TOKEN}';\n`;
        await editor.open('storage.ts', text);
        assert.deepEqual(await editor.diagnostics('storage.ts'), []);
        assert.equal(await editor.hover('storage.ts', { line: 3, character: 20 }), null);
        const enabled = () => editor.configurationChanged({ enable: true });
        await editor.refreshed(enabled, 'storage.ts', (found) => found.length > 0);
        assert.notEqual(await editor.hover('storage.ts', { line: 3, character: 20 }), null);
      }));

    it('give way to a config file', () => {
      const files = { 'authlint.config.json': '{ "rules": { "token-in-web-storage": "information" } }' };
      return withEditor(
        files,
        { transport, settings: { rules: { 'token-in-web-storage': 'off' } } },
        async (editor) => {
          await editor.open('storage.ts', STORAGE);
          assert.equal((await editor.diagnostics('storage.ts'))[0]?.severity, DiagnosticSeverity.Information);
        },
      );
    });

    it('are said to be those of a config file, with what is wrong there first', () => {
      const files = { 'authlint.config.json': '{\n  "preset": "loud"\n}' };
      return withEditor(files, { transport }, async (editor, folder) => {
        await editor.open('storage.ts', STORAGE);
        await editor.diagnostics('storage.ts');
        await editor.until('the status', () => editor.statuses.length > 0);
        const status = editor.statuses.at(-1);
        assert.equal(status?.config, folder.uriOf('authlint.config.json'));
        assert.match(status.configProblem ?? '', /^authlint\.config\.json:2: .*"recommended"/);
      });
    });

    it('may be lifetimes, of which those that nobody set count as the policy says', () => {
      const policy = { maxAccessTokenLifetime: '10m', maxSessionLifetime: null };
      return withEditor({}, { transport, settings: { policy } }, async (editor) => {
        await editor.open('sign.ts', SIGN);
        assert.deepEqual(summaryOf(SIGN, await editor.diagnostics('sign.ts')), ["jwt-long-lived at expiresIn: '30m'"]);
        assert.deepEqual(editor.logged, []);
        await editor.refreshed(
          () => editor.configurationChanged({}),
          'sign.ts',
          (found) => found.length === 0,
        );
      });
    });

    it('come with the first request in an editor that cannot be asked', () => {
      const initialSettings = { rules: { 'token-in-web-storage': 'information' } };
      return withEditor({}, { transport, capabilities: PUSHED, initialSettings }, async (editor) => {
        const severity = () => editor.published.at(-1)?.diagnostics[0]?.severity;
        await editor.open('storage.ts', STORAGE);
        await editor.until('information', () => severity() === DiagnosticSeverity.Information);
        await editor.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { authlint: { rules: { 'token-in-web-storage': 'warning' } } },
        });
        await editor.until('a warning', () => severity() === DiagnosticSeverity.Warning);
      });
    });

    it('that came with the first request count in an editor that answers with nothing when it is asked', () => {
      const initialSettings = { rules: { 'token-in-web-storage': 'information' } };
      return withEditor({}, { transport, initialSettings }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        const [finding] = await editor.diagnostics('storage.ts');
        assert.equal(finding?.severity, DiagnosticSeverity.Information);
        const changed = () => editor.configurationChanged({ rules: { 'token-in-web-storage': 'warning' } });
        await editor.refreshed(changed, 'storage.ts', isWarning);
      });
    });

    it('that are not allowed are named with what is, and the others count', () =>
      withEditor({}, { transport, settings: { preset: 'loud', testFiles: 'report' } }, async (editor) => {
        await editor.open('storage.test.ts', STORAGE);
        assert.equal((await editor.diagnostics('storage.test.ts')).length, 1);
        assert.deepEqual(editor.logged, ['Settings: "preset" is "loud". Allowed: "recommended", "strict".']);
      }));
  });
}
