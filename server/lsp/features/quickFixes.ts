import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { CHOICE, chooseEdits, type Edit, type Finding, type Fix, suppression } from '../../../rules';
import type { Checked } from '../checker';
import { type Offer, RANK } from '../offer';
import { toRange } from '../places';
import type { Session } from '../session';
import { toPlaceholderEdit, toSnippetWorkspaceEdit, toWorkspaceEdit } from '../workspaceEdit';
import { OPEN_DOCUMENTATION } from './commands';

/** For each finding in a range: its fixes, a comment that silences it, and its documentation. */
export function offerQuickFixes(
  session: Session,
  checked: Checked,
  range: Range,
  diagnostics: readonly Diagnostic[],
): readonly Offer[] {
  const { index } = checked.document;
  return findingsIn(checked, range).flatMap((finding) => {
    const covered = findCovered(diagnostics, finding, toRange(index, finding.span));
    const offers = [
      ...finding.fixes.flatMap((fix, i) => offerFix(session, checked, fix, i === 0)),
      ...offerSuppression(session, checked, finding),
      ...offerDocumentation(session, finding),
    ];
    return offers.map((offer) => ({ ...offer, action: { ...offer.action, ...covered }, findings: [finding] }));
  });
}

export function findingsIn({ document: { index }, findings }: Checked, range: Range): readonly Finding[] {
  const start = index.offsetAt(range.start);
  const end = index.offsetAt(range.end);
  return findings.filter(({ span }) => span.start <= end && start <= span.end);
}

function findCovered(
  diagnostics: readonly Diagnostic[],
  { rule }: Finding,
  { start, end }: Range,
): Pick<CodeAction, 'diagnostics'> {
  const covered = diagnostics.filter(
    ({ code, range }) =>
      code === rule &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
  return covered.length > 0 ? { diagnostics: covered } : {};
}

function offerFix(
  { editor }: Session,
  { document: { file, index }, places }: Checked,
  fix: Fix,
  isFirst: boolean,
): readonly Offer[] {
  const offer = (title: string, edits: readonly Edit[], toEdit: Offer['toEdit'], isPreferred: boolean): Offer => ({
    action: { title, kind: CodeActionKind.QuickFix, ...(isPreferred && { isPreferred }) },
    key: JSON.stringify(edits),
    rank: isPreferred ? RANK.preferred : RANK.other,
    ...(toEdit && { toEdit }),
  });
  const { choices } = fix;
  if (choices === undefined) {
    return [offer(fix.title, fix.edits, () => toWorkspaceEdit(fix.edits, places, editor), isFirst)];
  }
  // An editor opens no list in a file that it does not show.
  if (editor.snippetEdits && editor.documentChanges && fix.edits.every((edit) => edit.file === file)) {
    const toEdit = async () => toSnippetWorkspaceEdit(fix.edits, choices, places.targetOf(file), index);
    return [offer(fix.title, fix.edits, toEdit, isFirst)];
  }
  return choices.map((choice) => {
    const edits = chooseEdits(fix, choice);
    return offer(`${fix.title}: ${choice}`, edits, () => toWorkspaceEdit(edits, places, editor), false);
  });
}

/** A comment that silences a finding. What suppresses others is better removed. */
function offerSuppression(
  { editor, documents }: Session,
  { document: { file, text, index }, places }: Checked,
  { rule, span }: Finding,
): readonly Offer[] {
  const parsed = documents.parse(file);
  if (rule.startsWith('suppression-') || parsed?.kind !== 'parsed' || parsed.document.text !== text) return [];
  const insertion = suppression(rule, span, parsed.document);
  const hasSnippets = editor.snippetEdits && editor.documentChanges;
  return [
    {
      action: { title: `Disable \`${rule}\` for this line because …`, kind: CodeActionKind.QuickFix },
      key: JSON.stringify(insertion),
      rank: RANK.suppression,
      toEdit: async () =>
        hasSnippets
          ? toPlaceholderEdit(insertion, 'reason', places.targetOf(file), index)
          : toWorkspaceEdit([{ ...insertion, text: insertion.text.replace(CHOICE, '') }], places, editor),
    },
  ];
}

function offerDocumentation({ editor }: Session, { rule }: Finding): readonly Offer[] {
  if (!editor.showsDocuments) return [];
  const title = `Open documentation of ${rule}`;
  const command = { title, command: OPEN_DOCUMENTATION, arguments: [{ rule }] };
  return [{ action: { title, kind: CodeActionKind.QuickFix, command }, key: rule, rank: RANK.documentation }];
}
