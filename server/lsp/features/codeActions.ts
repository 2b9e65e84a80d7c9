import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { asRecord } from '../../host/packages/manifests';
import type { Offer } from '../offer';
import type { Session } from '../session';
import { FIX_ALL } from './fixAllActions';
import { findOffers } from './offers';

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

/** What can be done about the findings in a range, with its edits where the editor cannot ask for them later. */
export async function findCodeActions(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const offers = await findOffers(session, params, token);
  // Who asks for a source action takes it, and simple clients never ask for its edit.
  const isTaken = params.context.only?.some((kind) => kind.startsWith(CodeActionKind.Source)) === true;
  if (session.editor.resolvesEdits && !isTaken) return toUnresolved(offers, params, session);
  const actions: CodeAction[] = [];
  for (const { action, toEdit } of offers) {
    const edit = await toEdit?.();
    if (toEdit === undefined || edit !== undefined) actions.push({ ...action, ...(edit && { edit }) });
  }
  return actions;
}

/** What an action without its edit says of itself: which of all actions of a range it is, in which version. */
interface Origin {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Its place among the actions of its title. */
  readonly nth: number;
}

/** Actions whose edits the editor asks for once one of them is taken. */
function toUnresolved(
  offers: readonly Offer[],
  { textDocument: { uri }, range }: CodeActionParams,
  { documents }: Session,
): CodeAction[] {
  const version = documents.find(uri)?.version ?? 0;
  return offers.map((offer) => {
    if (offer.toEdit === undefined) return offer.action;
    const data: Origin = { uri, version, range, nth: namesakes(offers, offer.action).indexOf(offer) };
    return { ...offer.action, data };
  });
}

/** Refuses an action of an earlier version of its document: it may be about something else by now. */
export function throwIfOutdated({ documents }: Session, { data }: CodeAction): void {
  const origin = toOrigin(data);
  if (origin !== undefined && documents.find(origin.uri)?.version !== origin.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document changed.');
  }
}

/** Finds the action anew in the text as it is, with its edit. */
export async function resolveCodeAction(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const origin = toOrigin(action.data);
  if (origin === undefined) return action;
  const { uri, range, nth } = origin;
  const only = action.kind === undefined ? [] : [action.kind];
  const offers = await findOffers(session, { textDocument: { uri }, range, context: { diagnostics: [], only } }, token);
  const edit = await namesakes(offers, action)[nth]?.toEdit?.();
  return { ...action, ...(edit && { edit }) };
}

function namesakes(offers: readonly Offer[], { title, kind }: Pick<CodeAction, 'title' | 'kind'>): readonly Offer[] {
  return offers.filter(({ action }) => action.title === title && action.kind === kind);
}

function toOrigin(data: unknown): Origin | undefined {
  const { uri, version, nth } = asRecord(data) ?? {};
  const isOne = typeof uri === 'string' && typeof version === 'number' && typeof nth === 'number';
  return isOne ? (data as Origin) : undefined;
}
