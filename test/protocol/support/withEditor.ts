import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { lineIndex } from '../../../rules/text/lineIndex';
import { openEditor } from './editor';
import { diskFolder, type Folder, virtualFolder } from './folder';
import type { EditorOptions, TestEditor } from './testEditor';
import type { TransportKind } from './transports';

/** A folder as a server over a transport reads it: on disk, or virtual for one in a worker. The caller removes it. */
export function openFolder(files: Readonly<Record<string, string>>, transport: TransportKind = 'stdio'): Folder {
  return transport === 'worker' ? virtualFolder(files) : diskFolder(files);
}

/** Runs a test in an editor, on a folder that the test has or on one of its own. */
export async function withEditor(
  files: Readonly<Record<string, string>> | Folder,
  options: EditorOptions,
  test: (editor: TestEditor, folder: Folder) => Promise<void>,
): Promise<void> {
  const folder = isFolder(files) ? files : openFolder(files, options.transport);
  const editor = await openEditor(folder, options);
  try {
    await test(editor, folder);
  } finally {
    await editor.transport.stop();
    if (folder !== files) folder.remove();
  }
}

function isFolder(files: Readonly<Record<string, string>> | Folder): files is Folder {
  return typeof files.uriOf === 'function';
}

/** The range of a piece of text at its first occurrence after `context`. */
export function rangeOf(text: string, piece: string, context = ''): Range {
  const start = text.indexOf(piece, text.indexOf(context) + context.length);
  if (start < 0) throw new Error(`There is no ${piece} in the text.`);
  const index = lineIndex(text);
  return { start: index.positionAt(start), end: index.positionAt(start + piece.length) };
}

/** `rule at "text"` for each diagnostic. */
export function summaryOf(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const index = lineIndex(text);
  return diagnostics.map(
    ({ code, range }) => `${code} at ${text.slice(index.offsetAt(range.start), index.offsetAt(range.end))}`,
  );
}
