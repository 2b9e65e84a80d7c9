import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Diagnostic, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver/node';
import { DOCS_URL } from '../../rules/config';
import { PUSHED } from './support/capabilities';
import { MANIFEST, ROUTE, SAFE_OPTIONS, STORAGE, UNSAFE_OPTIONS } from './support/samples';
import { rangeOf, summaryOf, withEditor } from './support/withEditor';

const PROJECT = { 'package.json': MANIFEST, 'route.ts': ROUTE, 'options.ts': UNSAFE_OPTIONS };

for (const transport of ['stdio', 'worker'] as const) {
  describe(`diagnostics over ${transport}`, function () {
    this.timeout(30_000);

    it('are pulled with rule, severity, link and exact range', () =>
      withEditor({ 'storage.ts': STORAGE }, { transport }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        const [diagnostic, ...others] = await editor.diagnostics('storage.ts');
        assert.deepEqual(others, []);
        assert.equal(diagnostic?.source, 'authlint');
        assert.equal(diagnostic.code, 'token-in-web-storage');
        assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
        assert.deepEqual(diagnostic.range, rangeOf(STORAGE, 'token', "'token', "));
        assert.ok(diagnostic.codeDescription?.href.startsWith(DOCS_URL));
      }));

    it('follow rapid edits through states that do not parse', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('typed.ts', '');
        const pulls: Promise<unknown>[] = [];
        for (let length = 0; length < STORAGE.length; length++) {
          const line = STORAGE.slice(0, length).split('\n').length - 1;
          const character = length - (STORAGE.lastIndexOf('\n', length - 1) + 1);
          const at = { line, character };
          await editor.edit('typed.ts', { start: at, end: at }, STORAGE.charAt(length));
          if (length % 7 === 0) pulls.push(editor.pull('typed.ts'));
        }
        await Promise.all(pulls);
        assert.deepEqual(summaryOf(STORAGE, await editor.diagnostics('typed.ts')), ['token-in-web-storage at token']);
        await editor.change('typed.ts', 'const nothing = 1;\n');
        assert.deepEqual(await editor.diagnostics('typed.ts'), []);
        assert.deepEqual(editor.logged, []);
      }));

    it('are those of the scripts of a component, before and after an edit, by its name or its language', () =>
      withEditor({}, { transport }, async (editor) => {
        const component = `<template>\n<p>🔑</p>\n</template>\n<script>\n${STORAGE}</script>\n`;
        await editor.open('Login.vue', component, 'vue');
        await editor.open('page', component, 'html');
        for (const name of ['Login.vue', 'page']) {
          const [diagnostic] = await editor.diagnostics(name);
          assert.deepEqual(diagnostic?.range, rangeOf(component, 'token', "'token', "));
          const at = { line: 0, character: 0 };
          await editor.edit(name, { start: at, end: at }, '<!--\n🔑 -->\n');
          const edited = `<!--\n🔑 -->\n${component}`;
          const [moved, ...others] = await editor.diagnostics(name);
          assert.deepEqual(moved?.range, rangeOf(edited, 'token', "'token', "));
          assert.deepEqual(others, []);
        }
      }));

    it('are not sent again when they are what the editor has', () =>
      withEditor({}, { transport }, async (editor) => {
        await editor.open('storage.ts', STORAGE);
        const first = await editor.pull('storage.ts');
        assert.deepEqual(await editor.pull('storage.ts', first.resultId), {
          kind: 'unchanged',
          resultId: first.resultId,
        });
        await editor.change('storage.ts', `${STORAGE}// an edit that changes no finding\n`);
        assert.equal((await editor.pull('storage.ts', first.resultId)).kind, 'unchanged');
        await editor.change('storage.ts', `\n${STORAGE}`);
        const moved = await editor.pull('storage.ts', first.resultId);
        assert.equal(moved.kind, 'full');
        assert.notEqual(moved.resultId, first.resultId);
      }));

    it('point to the other file where the cause is written', () =>
      withEditor(PROJECT, { transport }, async (editor, folder) => {
        await editor.open('route.ts', ROUTE);
        await editor.indexed();
        const [diagnostic] = await editor.diagnostics('route.ts');
        assert.equal(diagnostic?.code, 'cookie-missing-httponly');
        const locations = diagnostic.relatedInformation?.map(({ location }) => location);
        assert.deepEqual(locations?.at(-1), {
          uri: folder.uriOf('options.ts'),
          range: rangeOf(UNSAFE_OPTIONS, 'false'),
        });
      }));

    it('follow an imported file, as it is typed and as it lies on disk', () =>
      withEditor(PROJECT, { transport }, async (editor, folder) => {
        const has =
          (...codes: readonly string[]) =>
          (found: readonly Diagnostic[]) =>
            isDeepStrictEqual(
              found.map(({ code }) => code),
              codes,
            );
        await editor.open('route.ts', ROUTE);
        await editor.indexed();
        assert.ok(has('cookie-missing-httponly')(await editor.diagnostics('route.ts')));
        await editor.open('options.ts', UNSAFE_OPTIONS);

        const edited = () => editor.change('options.ts', SAFE_OPTIONS);
        await editor.refreshed(edited, 'route.ts', has());
        const closedWithoutSaving = () => editor.close('options.ts');
        await editor.refreshed(closedWithoutSaving, 'route.ts', has('cookie-missing-httponly'));
        folder.write('options.ts', SAFE_OPTIONS);
        const changedOnDisk = () => editor.filesChanged({ name: 'options.ts', type: FileChangeType.Changed });
        await editor.refreshed(changedOnDisk, 'route.ts', has());
      }));

    // No index looks at a file outside of the folders.
    it('follow what an edit does by way of functions, once nobody types', () =>
      withEditor({}, { transport, folders: ['elsewhere'] }, async (editor) => {
        const text = `${STORAGE}
const KEY = 'name';
export const signIn = (token: string) => keep(token);
function keep(value: string): void {
  put(value);
}
function put(value: string): void {
  console.debug(KEY);
}
`;
        const at = rangeOf(text, 'console.debug(KEY)');
        const arrow = rangeOf(text, 'keep(token)');
        await editor.open('wrapped.ts', text);
        assert.equal((await editor.diagnostics('wrapped.ts')).length, 1);
        const edited = async () => {
          await editor.edit('wrapped.ts', at, 'localStorage.setItem(KEY, value)');
          assert.equal((await editor.diagnostics('wrapped.ts')).length, 1);
        };
        await editor.refreshed(edited, 'wrapped.ts', (found) =>
          found.some(({ code, range }) => code === 'token-in-web-storage' && range.start.line === arrow.start.line),
        );
        assert.deepEqual(editor.logged, []);
      }));

    it('are pushed to an editor that cannot pull, and never both', () =>
      withEditor(PROJECT, { transport, capabilities: PUSHED }, async (editor, folder) => {
        assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
        const last = () => editor.published.findLast(({ uri }) => uri === folder.uriOf('route.ts'));
        await editor.open('route.ts', ROUTE);
        await editor.until('the first diagnostics', () => last()?.diagnostics.length === 1);
        assert.equal(last()?.version, 1);

        await editor.open('options.ts', UNSAFE_OPTIONS);
        await editor.change('options.ts', SAFE_OPTIONS);
        await editor.until('none after an edit of the imported file', () => last()?.diagnostics.length === 0);

        await editor.change('options.ts', UNSAFE_OPTIONS);
        await editor.until('one after undoing it', () => last()?.diagnostics.length === 1);
        await editor.close('route.ts');
        await editor.until('none after closing', () => last()?.diagnostics.length === 0);
      }));
  });
}

describe('diagnostics', function () {
  this.timeout(30_000);

  it('are not pushed to an editor that pulls', () =>
    withEditor(PROJECT, {}, async (editor) => {
      await editor.open('route.ts', ROUTE);
      await editor.pull('route.ts');
      await editor.change('route.ts', `${ROUTE}\n`);
      await editor.pull('route.ts');
      assert.deepEqual(editor.published, []);
    }));

  it('are pushed to an editor that pulls but cannot be told to pull again', () =>
    withEditor(PROJECT, { capabilities: { textDocument: { diagnostic: {} } } }, async (editor) => {
      assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
      await editor.open('route.ts', ROUTE);
      await editor.until('diagnostics', () => editor.published.length === 1);
    }));
});
