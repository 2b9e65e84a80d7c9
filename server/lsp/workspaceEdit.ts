import type { CreateFile, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CHOICE, type Edit, type LineIndex } from '../../rules';
import type { Editor } from './editor';
import { type Places, type Target, toRange } from './places';

/** Edits of any number of files in the form that the editor understands. Choices must have been made. */
export async function toWorkspaceEdit(edits: readonly Edit[], places: Places, editor: Editor): Promise<WorkspaceEdit> {
  const files = await Promise.all(
    Array.from(byFile(edits), async ([file, own]) => {
      const index = await places.indexOf(file);
      return { textDocument: places.targetOf(file), edits: own.map((edit) => toTextEdit(index, edit)) };
    }),
  );
  if (editor.documentChanges) return { documentChanges: files };
  return { changes: Object.fromEntries(files.map((file) => [file.textDocument.uri, file.edits])) };
}

/** Edits that belong together, and what they do, for people. */
export interface Annotated {
  readonly label: string;
  readonly edits: readonly Edit[];
  /** Whether it happens only if the user says so. */
  readonly needsConfirmation: boolean;
}

/** Changes of any number of files, with their labels where the editor shows what is about to change. */
export async function toAnnotatedWorkspaceEdit(
  changes: readonly Annotated[],
  places: Places,
  editor: Editor,
): Promise<WorkspaceEdit> {
  const labels = new Map(changes.flatMap(({ label, edits }) => edits.map((edit) => [edit, label])));
  if (!editor.documentChanges || !editor.changeAnnotations) return toWorkspaceEdit([...labels.keys()], places, editor);
  const documentChanges = await Promise.all(
    Array.from(byFile([...labels.keys()]), async ([file, own]) => {
      const index = await places.indexOf(file);
      const edits = own.map((edit) => ({ ...toTextEdit(index, edit), annotationId: labels.get(edit) ?? '' }));
      return { textDocument: places.targetOf(file), edits };
    }),
  );
  const annotations = changes.map(({ label, needsConfirmation }) => [label, { label, needsConfirmation }]);
  return { documentChanges, changeAnnotations: Object.fromEntries(annotations) };
}

/**
 * The same edit, shown before it happens. Editors show an edit of which a part is to be confirmed, and tick the other
 * parts: the part that is added here makes a file that is there already, so it does nothing and is not listed.
 */
export function toShownWorkspaceEdit({ documentChanges = [], changeAnnotations }: WorkspaceEdit): WorkspaceEdit {
  const first = documentChanges.find((change) => 'textDocument' in change);
  if (first === undefined) return { documentChanges, ...(changeAnnotations && { changeAnnotations }) };
  const label = 'authlint';
  const nothing: CreateFile = {
    kind: 'create',
    uri: first.textDocument.uri,
    options: { ignoreIfExists: true },
    annotationId: label,
  };
  return {
    documentChanges: [...documentChanges, nothing],
    changeAnnotations: { ...changeAnnotations, [label]: { label, needsConfirmation: true } },
  };
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

/** An insertion in which the user writes over `placeholder`, which stands where `CHOICE` does behind ` -- `. */
export function toPlaceholderEdit(
  { span, text }: Edit,
  placeholder: string,
  target: Target,
  index: LineIndex,
): WorkspaceEdit {
  const value = text.split(CHOICE).map(escaped).join(` -- \${1:${placeholder}}`);
  return {
    documentChanges: [
      { textDocument: target, edits: [{ range: toRange(index, span), snippet: { kind: 'snippet', value } }] },
    ],
  };
}

function toTextEdit(index: LineIndex, { span, text }: Edit): TextEdit {
  return { range: toRange(index, span), newText: text };
}

/** An edit whose text becomes a list to pick from wherever it holds `CHOICE`; further places follow the first. */
function toSnippetEdit(index: LineIndex, { span, text }: Edit, choices: readonly string[]): SnippetTextEdit {
  const [before = '', ...after] = text.split(CHOICE).map(escaped);
  const picker = `\${1|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  const value = after.reduce((written, part, i) => `${written}${i === 0 ? picker : '$1'}${part}`, before);
  return { range: toRange(index, span), snippet: { kind: 'snippet', value } };
}

/** A text as it is in a snippet. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
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
