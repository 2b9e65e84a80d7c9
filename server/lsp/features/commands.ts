import { type ExecuteCommandParams, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, rules } from '../../../rules';
import { toCommonMark } from '../../host/page';
import { findDocsUrl } from '../convert';
import type { Session } from '../session';
import { findTokenMarkdown } from '../tokenMarkdown';

export const DECODE = 'authlint.decode';
export const EXPLAIN = 'authlint.explain';
export const OPEN_DOCUMENTATION = 'authlint.openDocumentation';
export const WHY = 'authlint.why';
export const COMMANDS = [DECODE, EXPLAIN, OPEN_DOCUMENTATION, WHY];

/** Texts longer than this, in UTF-16 code units, are not decoded. */
const LONGEST_TEXT = 16_384;

/**
 * `authlint.decode` takes `{ text }`, `authlint.why` takes `{ uri, line }` with lines from 0: both answer with markup or
 * `null`. `authlint.explain` takes `{ rule }` and answers with its page, `authlint.openDocumentation` opens that.
 */
export async function executeCommand(
  { connection, editor, explain }: Session,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<MarkupContent | null> {
  const argument: unknown = given?.[0];
  if (command === WHY) {
    const value = await explain(findString(argument, 'uri') ?? '', findNumber(argument, 'line') ?? 0);
    return value === undefined ? null : { kind: MarkupKind.PlainText, value };
  }
  if (command === DECODE) return decode(findString(argument, 'text') ?? '', editor.locale);
  if (command === EXPLAIN) return explainRule(findString(argument, 'rule') ?? '');
  const docsUrl = command === OPEN_DOCUMENTATION ? findDocsUrl(findString(argument, 'rule') ?? '') : undefined;
  if (docsUrl !== undefined) await connection.window.showDocument({ uri: docsUrl, external: true });
  return null;
}

function explainRule(id: string): MarkupContent | null {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule === undefined ? null : { kind: MarkupKind.Markdown, value: toCommonMark(rule.page) };
}

async function decode(text: string, locale: string): Promise<MarkupContent | null> {
  if (text.length > LONGEST_TEXT) return null;
  const value = await findTokenMarkdown(text, DEFAULT_SETTINGS.policy, locale);
  return value === undefined ? null : { kind: MarkupKind.Markdown, value };
}

function findString(argument: unknown, key: string): string | undefined {
  const value = find(argument, key);
  return typeof value === 'string' ? value : undefined;
}

function findNumber(argument: unknown, key: string): number | undefined {
  const value = find(argument, key);
  return typeof value === 'number' ? value : undefined;
}

function find(argument: unknown, key: string): unknown {
  return typeof argument === 'object' && argument !== null ? Reflect.get(argument, key) : undefined;
}
