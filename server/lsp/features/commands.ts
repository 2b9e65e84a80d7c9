import {
  type CancellationToken,
  type ExecuteCommandParams,
  type MarkupContent,
  MarkupKind,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../../../rules';
import { findDocsUrl } from '../convert';
import type { Session } from '../session';
import { findTokenMarkdown } from '../tokenMarkdown';
import { type FixSummary, fixWorkspace } from './fixWorkspace';
import { type Tell, withProgress } from './progress';
import type { ScanSummary, WorkspaceScan } from './workspaceScan';

export const DECODE = 'authlint.decode';
export const OPEN_DOCUMENTATION = 'authlint.openDocumentation';
export const WHY = 'authlint.why';
export const SCAN = 'authlint.scanWorkspace';
export const FIX = 'authlint.fixWorkspace';
export const COMMANDS = [DECODE, OPEN_DOCUMENTATION, WHY, SCAN, FIX];

/** Texts longer than this, in UTF-16 code units, are not decoded. */
const LONGEST_TEXT = 16_384;

/**
 * `authlint.decode` takes `{ text }`, `authlint.why` takes `{ uri, line }` with lines from 0: both answer with markup or
 * `null`. `authlint.openDocumentation` takes `{ rule }`. `authlint.scanWorkspace` and `authlint.fixWorkspace` take nothing,
 * and answer with what they came to, or `null` when the user ended them.
 */
export async function executeCommand(
  session: Session,
  scan: WorkspaceScan,
  { command, arguments: given }: ExecuteCommandParams,
  { token, progress }: Circumstances,
): Promise<MarkupContent | ScanSummary | FixSummary | null> {
  const { connection, editor, explain } = session;
  const argument: unknown = given?.[0];
  if (command === SCAN) {
    const work = { title: 'authlint: checking the workspace', given: progress, run: scan.run };
    return (await withProgress(session, token, work)) ?? null;
  }
  if (command === FIX) {
    if (!editor.appliesEdits) return null;
    const run = (own: CancellationToken, tell: Tell) => fixWorkspace(session, own, tell);
    return (await withProgress(session, token, { title: 'authlint: looking for fixes', given: progress, run })) ?? null;
  }
  if (command === WHY) {
    const value = await explain(findString(argument, 'uri') ?? '', findNumber(argument, 'line') ?? 0);
    return value === undefined ? null : { kind: MarkupKind.PlainText, value };
  }
  if (command === DECODE) return decode(findString(argument, 'text') ?? '', editor.locale);
  const docsUrl = command === OPEN_DOCUMENTATION ? findDocsUrl(findString(argument, 'rule') ?? '') : undefined;
  if (docsUrl !== undefined) await connection.window.showDocument({ uri: docsUrl, external: true });
  return null;
}

export interface Circumstances {
  readonly token: CancellationToken;
  /** Where the editor wants to be told how far a command is. */
  readonly progress: WorkDoneProgressReporter | undefined;
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
