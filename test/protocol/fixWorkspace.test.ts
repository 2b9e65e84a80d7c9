import assert from 'node:assert/strict';
import { AnnotatedTextEdit, CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LAZY, PUSHED } from './support/capabilities';
import type { Folder } from './support/folder';
import { MANIFEST, STORAGE, VERIFY } from './support/samples';
import { withEditor } from './support/withEditor';

const UNUSED = `// authlint-disable-next-line token-in-web-storage -- old\n${VERIFY}`;
const PROJECT = {
  'package.json': MANIFEST,
  'verify.ts': VERIFY,
  'deep/unused.ts': UNUSED,
  'storage.ts': STORAGE,
  '.gitignore': 'ignored',
  'ignored/verify.ts': VERIFY,
};
/** A file with one finding and two suggestions. */
const COOKIE = `import type { Response } from 'express';
export function login(res: Response, session: string) {
  res.cookie('session', session, { httpOnly: true, sameSite: 'lax' });
}
`;
const FIX = 'authlint.fixWorkspace';
const fixedText = (text: string) =>
  text
    .replace("['HS256', 'none']", "['HS256']")
    .replace("['none', 'HS512']", "['HS512']")
    .replace(/^\/\/ authlint.*\n/, '');

/** The texts after an edit, by name. */
function apply(edit: WorkspaceEdit | undefined, texts: Readonly<Record<string, string>>, folder: Folder) {
  const changed = edit?.documentChanges
    ? edit.documentChanges.filter((change) => TextDocumentEdit.is(change))
    : Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
  return Object.fromEntries(
    changed.map(({ textDocument: { uri }, edits }) => {
      const name = uri.slice(folder.uri.length + 1);
      const plain = edits.flatMap((one) => ('newText' in one ? [one] : []));
      return [name, TextDocument.applyEdits(TextDocument.create('', '', 0, texts[name] ?? ''), plain)];
    }),
  );
}

for (const transport of ['stdio', 'worker'] as const) {
  describe(`fixing the workspace over ${transport}`, function () {
    this.timeout(30_000);

    it('is one edit of what is safe, which needs no confirmation and says for which rule each change is', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor, folder) => {
        await editor.open('verify.ts', VERIFY);
        assert.deepEqual(await editor.execute(FIX), { applied: true, fixes: 5, files: 2 });
        const [edit, ...others] = editor.applied;
        assert.deepEqual(others, []);
        assert.deepEqual(apply(edit, PROJECT, folder), {
          'verify.ts': fixedText(VERIFY),
          'deep/unused.ts': fixedText(UNUSED),
        });
        const changes = edit?.documentChanges?.filter((change) => TextDocumentEdit.is(change)) ?? [];
        assert.deepEqual(Object.fromEntries(changes.map(({ textDocument: { uri, version } }) => [uri, version])), {
          [folder.uriOf('verify.ts')]: 1,
          [folder.uriOf('deep/unused.ts')]: null,
        });
        const annotations = Object.values(edit?.changeAnnotations ?? {});
        assert.ok(annotations.every(({ needsConfirmation }) => needsConfirmation === false));
        assert.deepEqual(annotations.map(({ label }) => label.replace(/:.*/, '')).sort(), [
          'jwt-alg-none',
          'suppression-unused',
        ]);
        for (const one of changes.flatMap(({ edits }) => edits)) {
          assert.ok(AnnotatedTextEdit.is(one) && edit?.changeAnnotations?.[one.annotationId]);
        }
        assert.equal(editor.progress.at(-1)?.kind, 'end');
      }));

    it('shows it before, where that is asked for: what is safe is ticked, suggestions are not', () => {
      const project = { ...PROJECT, 'cookie.ts': COOKIE };
      return withEditor(project, { transport, capabilities: LAZY }, async (editor, folder) => {
        assert.deepEqual(await editor.execute(FIX, { argument: { preview: true } }), {
          applied: true,
          fixes: 7,
          files: 4,
        });
        const { documentChanges = [], changeAnnotations = {} } = editor.applied[0] ?? {};
        const confirmed = (file: string) =>
          documentChanges
            .filter((change) => TextDocumentEdit.is(change) && change.textDocument.uri === folder.uriOf(file))
            .flatMap((change) => ('edits' in change ? change.edits : []))
            .map((edit) =>
              'annotationId' in edit ? changeAnnotations[edit.annotationId]?.needsConfirmation : undefined,
            );
        assert.deepEqual(confirmed('verify.ts'), [false, false]);
        assert.deepEqual(new Set([...confirmed('cookie.ts'), ...confirmed('storage.ts')]), new Set([true]));
        // What is to be confirmed makes the editor show all of it. This part does nothing: the file is there.
        const [made, ...others] = documentChanges.filter((change) => CreateFile.is(change));
        assert.deepEqual(others, []);
        assert.ok(made !== undefined && Object.keys(project).some((name) => folder.uriOf(name) === made.uri));
        assert.deepEqual(made.options, { ignoreIfExists: true });
        assert.equal(changeAnnotations[made.annotationId ?? '']?.needsConfirmation, true);
      });
    });

    it('shows nothing before in an editor that cannot, and changes nothing then', () => {
      const capabilities = { ...PUSHED, workspace: { applyEdit: true } };
      return withEditor(PROJECT, { transport, capabilities }, async (editor) => {
        assert.equal(await editor.execute(FIX, { argument: { preview: true } }), null);
        assert.deepEqual(editor.applied, []);
      });
    });

    it('is of the text as it is in the editor, and leaves nothing for a second time', () =>
      withEditor(PROJECT, { transport, capabilities: LAZY }, async (editor, folder) => {
        await editor.open('verify.ts', VERIFY);
        await editor.change('verify.ts', fixedText(VERIFY));
        await editor.open('deep/unused.ts', UNUSED);
        await editor.change('deep/unused.ts', `\n${UNUSED}`);
        await editor.execute(FIX);
        const after = apply(editor.applied[0], { 'deep/unused.ts': `\n${UNUSED}` }, folder);
        assert.deepEqual(after, { 'deep/unused.ts': `\n${fixedText(UNUSED)}` });
        await editor.change('deep/unused.ts', after['deep/unused.ts'] ?? '');
        assert.deepEqual(await editor.execute(FIX), { applied: false, fixes: 0, files: 0 });
        assert.equal(editor.applied.length, 1);
      }));

    it('is plain changes for an editor that knows no others', () => {
      const capabilities = { ...PUSHED, workspace: { applyEdit: true } };
      return withEditor(PROJECT, { transport, capabilities }, async (editor, folder) => {
        await editor.execute(FIX);
        const [edit] = editor.applied;
        assert.deepEqual([edit?.documentChanges, edit?.changeAnnotations], [undefined, undefined]);
        assert.deepEqual(Object.keys(apply(edit, PROJECT, folder)).sort(), ['deep/unused.ts', 'verify.ts']);
        assert.equal(apply(edit, PROJECT, folder)['verify.ts'], fixedText(VERIFY));
      });
    });

    it('changes nothing in an editor that lets nobody change anything', () =>
      withEditor(PROJECT, { transport, capabilities: PUSHED }, async (editor) => {
        assert.equal(await editor.execute(FIX), null);
        assert.deepEqual(editor.logged, []);
      }));
  });
}
