import type { Range } from 'vscode-languageserver';
import { type LineIndex, lineIndex, type Span } from '../../rules';
import type { Files } from '../host/files/files';
import { toUri } from '../host/files/path';
import type { OpenDocument, OpenDocuments } from './openDocuments';

/** Where files and their lines are for the editor. */
export interface Places {
  /** The lines of a file's current text; none for a file that is gone. */
  indexOf(file: string): Promise<LineIndex>;
  targetOf(file: string): Target;
}

/** A file's URI as the editor spells it, and the version that it holds open; `null` when it is not open. */
export interface Target {
  readonly uri: string;
  readonly version: number | null;
}

/** Places as they were when a document was analysed, if it was one, which the editor may have changed since. */
export function toPlaces(analysed: OpenDocument | undefined, documents: OpenDocuments, files: Files): Places {
  const find = (file: string): OpenDocument | undefined =>
    file === analysed?.file ? analysed : documents.findFile(file);
  return {
    async indexOf(file) {
      return find(file)?.index ?? lineIndex((await files.text(file)) ?? '');
    },
    targetOf(file) {
      const open = find(file);
      return open === undefined ? { uri: toUri(file), version: null } : { uri: open.uri, version: open.version };
    },
  };
}

export function toRange(index: LineIndex, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
