import {
  type CancellationToken,
  type ExecuteCommandParams,
  type MarkupContent,
  MarkupKind,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { toCommonMark } from '../../host/files/page';
import { findDocsUrl } from '../convert';
import type { Session } from '../session';
import { type FixSummary, fixWorkspace } from './fixWorkspace';
import { type Tell, withProgress } from './progress';
import { decode, verify } from './tokens';
import type { ScanSummary, WorkspaceScan } from './workspaceScan';

const DECODE = 'authlint.decode';
const EXPLAIN = 'authlint.explain';
export const OPEN_DOCUMENTATION = 'authlint.openDocumentation';
const VERIFY = 'authlint.verify';
const WHY = 'authlint.why';
const SCAN = 'authlint.scanWorkspace';
const FIX = 'authlint.fixWorkspace';
export const COMMANDS = [DECODE, EXPLAIN, OPEN_DOCUMENTATION, VERIFY, WHY, SCAN, FIX];

/**
 * `authlint.decode` takes `{ text, view?, uri? }` with the views of `TOKEN_VIEWS`, `authlint.verify` takes
 * `{ text, key, uri? }`, `authlint.why` takes `{ uri, line }` with lines from 0: they answer with markup or `null`.
 * `authlint.explain` takes `{ rule }` and answers with its page, `authlint.openDocumentation` opens that.
 * `authlint.scanWorkspace` takes nothing, `authlint.fixWorkspace` nothing or `{ preview: true }`; they answer with what they
 * came to, or `null` when the user ended them or the editor cannot do it.
 */
export async function executeCommand(
  session: Session,
  scan: WorkspaceScan,
  { command, arguments: given }: ExecuteCommandParams,
  { token, progress }: Circumstances,
): Promise<MarkupContent | ScanSummary | FixSummary | null> {
  const argument: unknown = given?.[0];
  if (command === SCAN) {
    const work = { title: 'authlint: checking the workspace', given: progress, run: scan.run };
    return (await withProgress(session, token, work)) ?? null;
  }
  if (command === FIX) {
    if (!session.editor.appliesEdits) return null;
    const isPreview = find(argument, 'preview') === true;
    const run = (own: CancellationToken, onProgress: Tell) =>
      fixWorkspace(session, { token: own, onProgress, isPreview });
    return (await withProgress(session, token, { title: 'authlint: looking for fixes', given: progress, run })) ?? null;
  }
  if (command === WHY) {
    const value = await session.explain(findString(argument, 'uri') ?? '', findNumber(argument, 'line') ?? 0);
    return value === undefined ? null : { kind: MarkupKind.PlainText, value };
  }
  const text = findString(argument, 'text') ?? '';
  const uri = findString(argument, 'uri');
  if (command === DECODE) return decode(session, { text, view: findString(argument, 'view'), uri });
  if (command === VERIFY) return verify(session, { text, key: findString(argument, 'key') ?? '', uri });
  if (command === EXPLAIN) return explainRule(session, findString(argument, 'rule') ?? '');
  const docsUrl = command === OPEN_DOCUMENTATION ? findDocsUrl(findString(argument, 'rule') ?? '') : undefined;
  if (docsUrl !== undefined) await session.connection.window.showDocument({ uri: docsUrl, external: true });
  return null;
}

export interface Circumstances {
  readonly token: CancellationToken;
  /** Where the editor wants to be told how far a command is. */
  readonly progress: WorkDoneProgressReporter | undefined;
}

async function explainRule(session: Session, rule: string): Promise<MarkupContent | null> {
  const page = (await session.readPages()).get(rule);
  return page === undefined ? null : { kind: MarkupKind.Markdown, value: toCommonMark(page) };
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
