import type { WorkspaceEdit } from 'vscode-languageserver';
import { CHOICE, type Edit, type LineIndex } from '../../rules';
import { type IndexOf, toSnippetEdit, toTextEdit } from './convert';
import type { Editor } from './editor';

/** Where a file's edits go: its URI as the editor spells it, and the version it has open, `null` when it has none. */
export interface Target {
  readonly uri: string;
  readonly version: number | null;
}

/** Edits of any number of files in the form that the editor understands. Choices must have been made. */
export async function toWorkspaceEdit(
  edits: readonly Edit[],
  editor: Editor,
  targetOf: (file: string) => Target,
  indexOf: IndexOf,
): Promise<WorkspaceEdit> {
  const files = await Promise.all(
    [...byFile(edits)].map(async ([file, own]) => {
      const index = await indexOf(file);
      return { target: targetOf(file), edits: own.map((edit) => toTextEdit(index, edit)) };
    }),
  );
  if (!editor.documentChanges) {
    return { changes: Object.fromEntries(files.map(({ target, edits: own }) => [target.uri, own])) };
  }
  return { documentChanges: files.map(({ target, edits: own }) => ({ textDocument: target, edits: own })) };
}

/** Edits of one file in which the user picks one of `choices` after they are applied. */
export function toSnippetWorkspaceEdit(
  edits: readonly Edit[],
  choices: readonly string[],
  target: Target,
  index: LineIndex,
): WorkspaceEdit {
  const converted = edits.map((edit) =>
    edit.text.includes(CHOICE) ? toSnippetEdit(index, edit, choices) : toTextEdit(index, edit),
  );
  return { documentChanges: [{ textDocument: target, edits: converted }] };
}

function byFile(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) {
    const own = files.get(edit.file);
    if (own === undefined) files.set(edit.file, [edit]);
    else own.push(edit);
  }
  return files;
}
