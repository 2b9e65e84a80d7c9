import { type ExecuteCommandParams, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { findDocsUrl } from '../convert';
import type { Session } from '../session';
import { decode, verify } from './tokens';

export const DECODE = 'authlint.decode';
export const OPEN_DOCUMENTATION = 'authlint.openDocumentation';
export const VERIFY = 'authlint.verify';
export const WHY = 'authlint.why';
export const COMMANDS = [DECODE, OPEN_DOCUMENTATION, VERIFY, WHY];

/**
 * `authlint.decode` takes `{ text, view?, uri? }` with the views of `TOKEN_VIEWS`, `authlint.verify` takes
 * `{ text, key, uri? }`, `authlint.why` takes `{ uri, line }` with lines from 0: they answer with markup or `null`. `authlint.openDocumentation` takes `{ rule }`.
 */
export async function executeCommand(
  session: Session,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<MarkupContent | null> {
  const argument: unknown = given?.[0];
  if (command === WHY) {
    const value = await session.explain(findString(argument, 'uri') ?? '', findNumber(argument, 'line') ?? 0);
    return value === undefined ? null : { kind: MarkupKind.PlainText, value };
  }
  const text = findString(argument, 'text') ?? '';
  const uri = findString(argument, 'uri');
  if (command === DECODE) return decode(session, { text, view: findString(argument, 'view'), uri });
  if (command === VERIFY) return verify(session, { text, key: findString(argument, 'key') ?? '', uri });
  const docsUrl = command === OPEN_DOCUMENTATION ? findDocsUrl(findString(argument, 'rule') ?? '') : undefined;
  if (docsUrl !== undefined) await session.connection.window.showDocument({ uri: docsUrl, external: true });
  return null;
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
