import { type Connection, type ExecuteCommandParams, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { findDocsUrl } from '../convert';
import { findTokenMarkdown } from './hover';

export const DECODE = 'authlint.decode';
export const OPEN_DOCUMENTATION = 'authlint.openDocumentation';
export const COMMANDS = [DECODE, OPEN_DOCUMENTATION];

/** Texts longer than this, in UTF-16 code units, are not decoded. */
const LONGEST_TEXT = 16_384;

/** `authlint.decode` takes `{ text }` and answers with markdown or `null`; `authlint.openDocumentation` takes `{ rule }`. */
export async function executeCommand(
  connection: Connection,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<MarkupContent | null> {
  const argument: unknown = given?.[0];
  if (command === DECODE) return decode(findString(argument, 'text') ?? '');
  const docsUrl = command === OPEN_DOCUMENTATION ? findDocsUrl(findString(argument, 'rule') ?? '') : undefined;
  if (docsUrl !== undefined) await connection.window.showDocument({ uri: docsUrl, external: true });
  return null;
}

function decode(text: string): MarkupContent | null {
  const value = text.length > LONGEST_TEXT ? undefined : findTokenMarkdown(text);
  return value === undefined ? null : { kind: MarkupKind.Markdown, value };
}

function findString(argument: unknown, key: string): string | undefined {
  const value = typeof argument === 'object' && argument !== null ? Reflect.get(argument, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
