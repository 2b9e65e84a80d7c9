import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  LSPErrorCodes,
  SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DOCS_URL } from '../../rules/config';
import { LAZY, PULLING, PUSHED } from './support/capabilities';
import { MANIFEST, ROUTE, SAFE_OPTIONS, STORAGE, UNSAFE_OPTIONS, VERIFY } from './support/samples';
import type { TestEditor } from './support/testEditor';
import { rangeOf, summaryOf, withEditor } from './support/withEditor';

const PROJECT = { 'package.json': MANIFEST, 'options.ts': UNSAFE_OPTIONS };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
const FIX_ALL = 'source.fixAll.authlint';

/** The files that an action edits, by URI, with the version that it expects. */
function targetsOf({ edit }: CodeAction): readonly (readonly [uri: string, version: number | null])[] {
  const changes = edit?.documentChanges?.filter((change) => TextDocumentEdit.is(change)) ?? [];
  return changes.map(({ textDocument: { uri, version } }) => [uri, version]);
}

/** A text after an action, whose edits must be of one file. */
function apply({ edit }: CodeAction, text: string): string {
  const [change, ...others] = edit?.documentChanges ?? Object.values(edit?.changes ?? {}).map((edits) => ({ edits }));
  assert.deepEqual(others, []);
  const edits = (change as { edits: (TextEdit | SnippetTextEdit)[] }).edits;
  const plain = edits.map((one) => (SnippetTextEdit.is(one) ? { range: one.range, newText: one.snippet.value } : one));
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), plain);
}

async function find(editor: TestEditor, name: string, title: string | RegExp): Promise<CodeAction> {
  const actions = await editor.actions(name, WHOLE, { diagnostics: [...(await editor.diagnostics(name))] });
  const action = actions.find((one) => one.title.match(title));
  assert.ok(action, `no ${title} among ${actions.map((one) => one.title)}`);
  return action;
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`code actions over ${transport}`, function () {
    this.timeout(30_000);

    it('fix the finding in the text as it is now', () =>
      withEditor({}, { transport }, async (editor, folder) => {
        await editor.open('storage.ts', STORAGE);
        const diagnostics = [...(await editor.diagnostics('storage.ts'))];
        const moved = `// A line that pushes everything down.\n${STORAGE}`;
        await editor.change('storage.ts', moved);
        const [first] = await editor.actions('storage.ts', rangeOf(moved, 'token', "'token', "), { diagnostics });
        assert.equal(first?.kind, 'quickfix');
        assert.equal(first.isPreferred, true);
        assert.deepEqual(targetsOf(first), [[folder.uriOf('storage.ts'), 2]]);
        const fixed = apply(first, moved);
        await editor.change('storage.ts', fixed);
        assert.deepEqual(await editor.diagnostics('storage.ts'), [], fixed);
        assert.deepEqual(await editor.actions('storage.ts', WHOLE), []);
      }));

    it('edit the file where the setting is written, open or closed', () =>
      withEditor(PROJECT, { transport }, async (editor, folder) => {
        await editor.open('route.ts', ROUTE);
        await editor.indexed();
        const closed = await find(editor, 'route.ts', /httpOnly/i);
        assert.deepEqual(targetsOf(closed), [[folder.uriOf('options.ts'), null]]);
        assert.equal(apply(closed, UNSAFE_OPTIONS), SAFE_OPTIONS);

        const edited = `// moved\n${UNSAFE_OPTIONS}`;
        await editor.open('options.ts', UNSAFE_OPTIONS);
        await editor.change('options.ts', edited);
        const open = await find(editor, 'route.ts', /httpOnly/i);
        assert.deepEqual(targetsOf(open), [[folder.uriOf('options.ts'), 2]]);
        assert.equal(apply(open, edited), `// moved\n${SAFE_OPTIONS}`);
      }));

    it('apply all safe fixes, and only those, in one edit', () =>
      withEditor(PROJECT, { transport }, async (editor) => {
        await editor.open('verify.ts', VERIFY);
        const context = { only: ['source.fixAll'], triggerKind: CodeActionTriggerKind.Automatic };
        const [action, ...others] = await editor.actions('verify.ts', WHOLE, context);
        assert.equal(action?.kind, FIX_ALL);
        assert.deepEqual(others, []);
        const fixed = apply(action, VERIFY);
        assert.equal(fixed, VERIFY.replace("['HS256', 'none']", "['HS256']").replace("['none', 'HS512']", "['HS512']"));
        await editor.change('verify.ts', fixed);
        const left = summaryOf(fixed, await editor.diagnostics('verify.ts'));
        assert.deepEqual(left, ['jwt-missing-algorithms at jwt.verify']);
        assert.deepEqual(await editor.actions('verify.ts', WHOLE, context), []);
      }));

    it('mend all findings of one rule in the file at once, where there are several', () =>
      withEditor(PROJECT, { transport }, async (editor, folder) => {
        await editor.open('verify.ts', VERIFY);
        const title = 'Fix all `jwt-alg-none` in this file';
        const action = await find(editor, 'verify.ts', title);
        assert.deepEqual(targetsOf(action), [[folder.uriOf('verify.ts'), 1]]);
        const fixed = apply(action, VERIFY);
        assert.equal(fixed, VERIFY.replace("['HS256', 'none']", "['HS256']").replace("['none', 'HS512']", "['HS512']"));
        const offered = await editor.actions('verify.ts', rangeOf(VERIFY, 'jwt.verify', 'three'));
        assert.ok(offered.length > 0 && offered.every((one) => !one.title.startsWith('Fix all `')), 'another rule');
        const single = VERIFY.replace("['none', 'HS512']", "['HS512']");
        await editor.change('verify.ts', single);
        const alone = await editor.actions('verify.ts', WHOLE, { only: ['quickfix'] });
        assert.ok(alone.length > 0 && alone.every((one) => !one.title.startsWith('Fix all `')), 'one finding');
      }));

    it('come without their edits for an editor that asks for them, and give the same then', async () => {
      const all = async (capabilities: ClientCapabilities) => {
        let actions: readonly CodeAction[] = [];
        await withEditor(PROJECT, { transport, capabilities }, async (editor, folder) => {
          await editor.open('verify.ts', VERIFY);
          const diagnostics = [...(await editor.diagnostics('verify.ts'))];
          if (capabilities === LAZY) {
            const sent = await editor.unresolved('verify.ts', WHOLE, { diagnostics });
            assert.ok(sent.length > 6);
            assert.ok(sent.every(({ edit }) => edit === undefined));
            assert.ok(sent.every(({ data, command }) => (data === undefined) !== (command === undefined)));
          }
          const text = JSON.stringify(await editor.actions('verify.ts', WHOLE, { diagnostics }));
          actions = JSON.parse(text.replaceAll(folder.uri, 'folder:'));
        });
        return actions.map(({ data: _, ...action }) => action);
      };
      assert.deepEqual(await all(LAZY), await all(PULLING));
    });

    it('are refused when the document changed since they were offered', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor) => {
        await editor.open('verify.ts', VERIFY);
        const [action] = await editor.unresolved('verify.ts', WHOLE, { only: ['quickfix'] });
        assert.ok(action);
        assert.ok((await editor.resolve(action)).edit);
        await editor.change('verify.ts', `\n${VERIFY}`);
        await assert.rejects(editor.resolve(action), { code: LSPErrorCodes.ContentModified });
        assert.deepEqual(editor.logged, []);
      }));
  });
}

describe('code actions', function () {
  this.timeout(30_000);

  it('let the user pick in place where the editor can', () =>
    withEditor(PROJECT, {}, async (editor) => {
      await editor.open('verify.ts', VERIFY);
      const action = await find(editor, 'verify.ts', /accepted algorithms/);
      const fixed = apply(action, VERIFY);
      assert.match(fixed, /jwt\.verify\(token, key, \{ algorithms: \[\$\{1\|'RS256','ES256','HS256'\|\}\] \\\}\)/);
    }));

  it('are one per choice where the editor cannot let the user pick', () => {
    const { snippetEditSupport: _, ...workspaceEdit } = PULLING.workspace?.workspaceEdit ?? {};
    const capabilities = { ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit } };
    return withEditor(PROJECT, { capabilities }, async (editor) => {
      await editor.open('verify.ts', VERIFY);
      const actions = await editor.actions('verify.ts', rangeOf(VERIFY, 'jwt.verify', 'three'));
      const choices = actions.filter(({ title }) => title.includes('accepted algorithms'));
      assert.deepEqual(
        choices.map((action) => /algorithms: \[(.*)\]/.exec(apply(action, VERIFY).slice(VERIFY.indexOf('three')))?.[1]),
        ["'RS256'", "'ES256'", "'HS256'"],
      );
      assert.ok(choices.every(({ isPreferred }) => isPreferred === undefined));
    });
  });

  it('are plain changes for an editor without document changes', () =>
    withEditor(PROJECT, { capabilities: PUSHED }, async (editor, folder) => {
      await editor.open('route.ts', ROUTE);
      await editor.until('the finding', () => editor.published.at(-1)?.diagnostics.length === 1);
      const [action] = await editor.actions('route.ts', rangeOf(ROUTE, 'options', 'session, '));
      assert.equal(action?.edit?.documentChanges, undefined);
      assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [folder.uriOf('options.ts')]);
      assert.equal(apply(action as CodeAction, UNSAFE_OPTIONS), SAFE_OPTIONS);
    }));

  it('begin with what mends several findings at once', () => {
    const text = "import express from 'express';\nexpress().get('/', (req, res) => res.cookie('sid', req.id));\n";
    return withEditor(PROJECT, {}, async (editor) => {
      await editor.open('cookie.ts', text);
      const actions = await editor.actions('cookie.ts', rangeOf(text, 'res.cookie', 'express'));
      assert.equal(actions[0]?.title, 'Add all missing cookie attributes');
      // An editor moves preferred actions to the top.
      assert.deepEqual(
        actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
        ['Add all missing cookie attributes'],
      );
    });
  });

  it('name the diagnostics that they remove, preferred ones first and documentation last', () =>
    withEditor(PROJECT, {}, async (editor) => {
      await editor.open('verify.ts', VERIFY);
      const diagnostics = [...(await editor.diagnostics('verify.ts'))];
      const actions = await editor.actions('verify.ts', WHOLE, { diagnostics, only: ['quickfix'] });
      assert.deepEqual(
        actions.map(({ title, isPreferred, command }) =>
          command
            ? 'documentation'
            : isPreferred
              ? 'preferred'
              : (/^Disable|all/.exec(title)?.[0].toLowerCase() ?? title),
        ),
        [
          ...['preferred', 'preferred', 'preferred', 'all'],
          ...['disable', 'disable', 'disable'],
          ...['documentation', 'documentation'],
        ],
      );
      assert.deepEqual(
        actions.slice(0, 3).map((action) => action.diagnostics?.map(({ range }) => range)),
        diagnostics.map(({ range }) => [range]),
      );
      assert.equal(actions[7]?.diagnostics?.length, 2, 'one documentation action for two findings of a rule');
    }));

  it('honour every kind that is asked for, not just the first', () =>
    withEditor(PROJECT, {}, async (editor) => {
      await editor.open('verify.ts', VERIFY);
      const kinds = async (only: string[]) => {
        const actions = await editor.actions('verify.ts', WHOLE, { only });
        return [...new Set(actions.map(({ kind }) => kind))];
      };
      assert.deepEqual(await kinds(['quickfix', FIX_ALL, 'source.fixAll']), ['quickfix', FIX_ALL]);
      assert.deepEqual(await kinds(['source']), [FIX_ALL]);
      assert.deepEqual(await kinds(['refactor', 'source.organizeImports', 'quick']), []);
      assert.deepEqual(await kinds(['']), ['quickfix', FIX_ALL]);
    }));

  it('cost nothing where the cursor merely passes', () =>
    withEditor({}, {}, async (editor) => {
      await editor.open('storage.ts', STORAGE);
      const context = { triggerKind: CodeActionTriggerKind.Automatic };
      assert.deepEqual(await editor.actions('storage.ts', WHOLE, context), []);
      assert.deepEqual(editor.statuses, [], 'the document was not analysed');
    }));

  it('open the page of the rule', () =>
    withEditor({}, {}, async (editor) => {
      await editor.open('storage.ts', STORAGE);
      const action = await find(editor, 'storage.ts', /documentation/);
      await editor.connection.sendRequest('workspace/executeCommand', action.command);
      const [diagnostic] = await editor.diagnostics('storage.ts');
      assert.deepEqual(editor.shown, [diagnostic?.codeDescription?.href]);
      assert.ok(editor.shown[0]?.startsWith(DOCS_URL));
    }));
});
