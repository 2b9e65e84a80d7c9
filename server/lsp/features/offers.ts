import {
  type CancellationToken,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { SOURCE } from '../convert';
import { type Offer, toMenu } from '../offer';
import type { Session } from '../session';
import { FIX_ALL, offerFixAll, offerFixAllOfRules } from './fixAllActions';
import { offerQuickFixes } from './quickFixes';

/** What an editor asks for when it asks for code actions. */
export type Asked = Pick<CodeActionParams, 'textDocument' | 'range' | 'context'>;

/** What can be done about the findings in a range, and about all of the document. Nothing is remembered. */
export async function findOffers(
  session: Session,
  { textDocument, range, context }: Asked,
  token: CancellationToken,
): Promise<readonly Offer[]> {
  const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const own = context.diagnostics.filter(({ source }) => source === SOURCE);
  const wantsFixes = isWanted(CodeActionKind.QuickFix, context.only) && !(automatic && own.length === 0);
  const wantsFixAll = isWanted(FIX_ALL, context.only) && (context.only !== undefined || !automatic);
  if (!wantsFixes && !wantsFixAll) return [];

  const outcome = await session.check(textDocument.uri, token);
  if (outcome?.kind !== 'checked') return [];
  const here = wantsFixes ? offerQuickFixes(session, outcome, range, own) : [];
  // Where the editor cannot ask for an edit later, this one is worth its price only to someone who opened the menu.
  const wantsWholeFile = wantsFixes && (session.editor.resolvesEdits || !automatic);
  const wholeFile = wantsWholeFile ? offerFixAllOfRules(session, outcome, range, token) : [];
  const all = wantsFixAll ? offerFixAll(session, outcome, token) : [];
  return [...toMenu([...here, ...wholeFile]), ...all];
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
