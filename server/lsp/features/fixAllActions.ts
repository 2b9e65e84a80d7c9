import { type CancellationToken, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Checked } from '../checker';
import { SOURCE } from '../convert';
import { type Choose, fixAll, fixOf, safeFixIn } from '../fixAll';
import { type Offer, RANK } from '../offer';
import type { Session } from '../session';
import { toWorkspaceEdit } from '../workspaceEdit';
import { findingsIn } from './quickFixes';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** The one action that applies all safe fixes, also on save. */
export function offerFixAll(session: Session, checked: Checked, token: CancellationToken): readonly Offer[] {
  const choose = safeFixIn(checked.document.file);
  if (checked.findings.every((finding) => choose(finding) === undefined)) return [];
  return [
    {
      action: { title: 'Fix all safe authlint findings', kind: FIX_ALL },
      key: FIX_ALL,
      rank: RANK.other,
      toEdit: () => toFixAllEdit(session, checked, choose, token),
    },
  ];
}

/** For each rule that reports something in a range: all of its findings in the file at once, when there are several. */
export function offerFixAllOfRules(
  session: Session,
  checked: Checked,
  range: Range,
  token: CancellationToken,
): readonly Offer[] {
  const rules = new Set(findingsIn(checked, range).map(({ rule }) => rule));
  return Array.from(rules).flatMap((rule): readonly Offer[] => {
    const choose = fixOf(rule, checked.document.file);
    if (checked.findings.filter((finding) => choose(finding) !== undefined).length < 2) return [];
    return [
      {
        action: { title: `Fix all \`${rule}\` in this file`, kind: CodeActionKind.QuickFix },
        key: rule,
        rank: RANK.wholeFile,
        toEdit: () => toFixAllEdit(session, checked, choose, token),
      },
    ];
  });
}

async function toFixAllEdit(
  session: Session,
  { document, findings, places }: Checked,
  choose: Choose,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const { file, text } = document;
  const check = async (current: string) => {
    if (current === text) return findings;
    await session.pause(token);
    return session.checkDraft(document, current);
  };
  const replacements = await fixAll(text, check, choose);
  const edits = replacements.map((replacement) => ({ ...replacement, file }));
  return edits.length === 0 ? undefined : toWorkspaceEdit(edits, places, session.editor);
}
