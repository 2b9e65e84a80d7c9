import {
  type Dialect,
  type Language,
  languageOf,
  parse,
  type Quoted,
  reparse,
  type SourceFile,
  type SyntaxProblem,
  scriptOf,
  syntaxProblems,
} from './syntax';

export type { SyntaxProblem } from './syntax';

/** One file as it is now, parsed. It owns the single live tree: parsing its next text consumes it. */
export interface ParsedDocument {
  readonly file: string;
  /** As it is written: the tree's text lacks what is no script, but has the same offsets. */
  readonly text: string;
  /** What the whole of it is written in. */
  readonly language: Language;
  /** That of its scripts. */
  readonly dialect: Dialect;
  /** The event handlers that stand in quotes. */
  readonly quoted: readonly Quoted[];
  readonly syntaxErrors: readonly SyntaxProblem[];
  /** The engine's own; no other layer reads it. */
  readonly tree: SourceFile;
}

export type ParseResult =
  | { readonly kind: 'parsed'; readonly document: ParsedDocument }
  | { readonly kind: 'too-deep' };

/**
 * Parses a file, however unfinished. Give the document's former state as `previous` to parse only what changed; it must
 * not be used afterwards. `too-deep`: a few thousand nested brackets, which the parser cannot take.
 */
export function parseDocument(
  file: string,
  text: string,
  previous?: ParsedDocument,
  language: Language = languageOf(file),
): ParseResult {
  const { text: code, dialect, quoted } = scriptOf(text, language);
  const reusable = previous !== undefined && previous.file === file && previous.dialect === dialect;
  const tree = reusable ? reparse(previous.tree, code) : parse(file, code, dialect);
  if (tree === undefined) return { kind: 'too-deep' };
  return {
    kind: 'parsed',
    document: { file, text, language, dialect, quoted, tree, syntaxErrors: syntaxProblems(tree) },
  };
}
