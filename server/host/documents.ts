import type { ParsedDocument, ParseResult } from '../../rules';
import { type Skip, tooDeep } from './files/skip';

/** A file ready for analysis, or why it is not. */
export type DocumentResult =
  | { readonly kind: 'parsed'; readonly document: ParsedDocument }
  | { readonly kind: 'skipped'; readonly skip: Skip };

/**
 * The current state of a file that an editor holds open; `undefined` for every other file. Its owner holds the single
 * live tree and may replace it between two calls, never during one.
 */
export type OpenDocument = (file: string) => DocumentResult | undefined;

/** What parsing yielded, a tree or the reason why the file is skipped. */
export function toDocumentResult(file: string, result: ParseResult): DocumentResult {
  return result.kind === 'parsed' ? result : { kind: 'skipped', skip: tooDeep(file) };
}
