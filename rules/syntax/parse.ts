import {
  createSourceFile,
  JSDocParsingMode,
  ScriptKind,
  ScriptTarget,
  type SourceFile,
  updateSourceFile,
} from 'typescript';
import { changeBetween } from '../text/change';
import type { Span } from '../text/span';
import { unlessTooDeep } from './depth';
import type { Format } from './markup';

/** The dialect of a script. The editor knows it by language id, everyone else by file extension. */
export type Dialect = 'ts' | 'tsx' | 'js' | 'jsx' | 'json';

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'jsx',
  json: 'json',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  html: 'html',
  htm: 'html',
};

const SCRIPT_KINDS: Readonly<Record<Dialect, ScriptKind>> = {
  ts: ScriptKind.TS,
  tsx: ScriptKind.TSX,
  js: ScriptKind.JS,
  jsx: ScriptKind.JSX,
  json: ScriptKind.JSON,
};

/** What a whole file is written in: a script, or something that holds scripts. */
export type Language = Dialect | Format;

/** The language that a file's name tells; TypeScript where it tells nothing. */
export function languageOf(file: string): Language {
  return LANGUAGES[file.slice(file.lastIndexOf('.') + 1)] ?? (isData(file) ? 'json' : 'ts');
}

/**
 * Parses a script as far as it can be parsed: unfinished code yields the recovered tree. `undefined` when brackets nest
 * so deeply that TypeScript's parser overflows the stack.
 */
export function parse(file: string, text: string, dialect: Dialect): SourceFile | undefined {
  return unlessTooDeep(
    () =>
      createSourceFile(
        file,
        text,
        { languageVersion: ScriptTarget.ESNext, jsDocParsingMode: JSDocParsingMode.ParseNone },
        true,
        SCRIPT_KINDS[dialect],
      ),
    undefined,
  );
}

/** Parses the new text of a document, reusing what did not change. The old tree must not be used afterwards. */
export function reparse(tree: SourceFile, text: string): SourceFile | undefined {
  const { start, endBefore, endAfter } = changeBetween(tree.text, text);
  const range = { span: { start, length: endBefore - start }, newLength: endAfter - start };
  return unlessTooDeep(() => updateSourceFile(tree, text, range), undefined);
}

/** Whether a file is data by its name, and no code. */
export function isData(file: string): boolean {
  return /\.(?:json5?|ya?ml|toml|hjson)$/.test(file);
}

/** What the parser objected to, first things first. */
export function syntaxProblems(tree: SourceFile): readonly SyntaxProblem[] {
  // `parseDiagnostics` is internal but the only way to have them without a Program; the pinned version has it.
  const { parseDiagnostics = [] } = tree as SourceFile & { parseDiagnostics?: readonly ParseDiagnostic[] };
  return parseDiagnostics.map(({ start, length, messageText }) => ({
    span: { start, end: start + length },
    message: typeof messageText === 'string' ? messageText : messageText.messageText,
  }));
}

interface ParseDiagnostic {
  readonly start: number;
  readonly length: number;
  readonly messageText: string | { readonly messageText: string };
}
