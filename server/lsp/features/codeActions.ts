import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { CHOICE, chooseEdits, type Finding, type Fix, suppression } from '../../../rules';
import type { Checked } from '../checker';
import { SOURCE } from '../convert';
import { fixAll } from '../fixAll';
import { toRange } from '../places';
import type { Session } from '../session';
import { toPlaceholderEdit, toSnippetWorkspaceEdit, toWorkspaceEdit } from '../workspaceEdit';
import { OPEN_DOCUMENTATION } from './commands';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

/** Quick fixes of the findings in a range, and the one action that applies all safe fixes. Nothing is remembered. */
export async function findCodeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const own = context.diagnostics.filter(({ source }) => source === SOURCE);
  const wantsFixes = isWanted(CodeActionKind.QuickFix, context.only) && !(automatic && own.length === 0);
  const wantsFixAll = isWanted(FIX_ALL, context.only) && (context.only !== undefined || !automatic);
  if (!wantsFixes && !wantsFixAll) return [];

  const outcome = await session.check(textDocument.uri, token);
  if (outcome?.kind !== 'checked') return [];
  const fixes = wantsFixes ? await findQuickFixes(session, outcome, range, own) : [];
  const all = wantsFixAll ? await findFixAll(session, outcome, token) : [];
  return [...fixes, ...all];
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

async function findQuickFixes(
  session: Session,
  checked: Checked,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<readonly CodeAction[]> {
  const { index } = checked.document;
  const start = index.offsetAt(range.start);
  const end = index.offsetAt(range.end);
  const findings = checked.findings.filter(({ span }) => span.start <= end && start <= span.end);
  const actions = await Promise.all(
    findings.map(async (finding) => {
      const covered = findCovered(diagnostics, finding, toRange(index, finding.span));
      const fixes = await Promise.all(finding.fixes.map((fix, i) => toQuickFixes(session, checked, fix, i === 0)));
      const others = [...(await toSuppression(session, checked, finding)), ...toDocumentation(session, finding)];
      return [...fixes.flat(), ...others].map((action) => ({ ...action, ...covered }));
    }),
  );
  return preferTogether(unique(actions))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ action }) => action);
}

function findCovered(diagnostics: readonly Diagnostic[], { rule }: Finding, { start, end }: Range) {
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

async function toQuickFixes(
  { editor }: Session,
  { document: { file, index }, places }: Checked,
  fix: Fix,
  isFirst: boolean,
): Promise<readonly CodeAction[]> {
  const action = (title: string, edit: WorkspaceEdit, isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    edit,
    ...(isPreferred && { isPreferred }),
  });
  if (fix.choices === undefined) {
    return [action(fix.title, await toWorkspaceEdit(fix.edits, places, editor), isFirst)];
  }
  // An editor opens no list in a file that it does not show.
  if (editor.snippetEdits && editor.documentChanges && fix.edits.every((edit) => edit.file === file)) {
    const edit = toSnippetWorkspaceEdit(fix.edits, fix.choices, places.targetOf(file), index);
    return [action(fix.title, edit, isFirst)];
  }
  return Promise.all(
    fix.choices.map(async (choice) => {
      const edit = await toWorkspaceEdit(chooseEdits(fix, choice), places, editor);
      return action(`${fix.title}: ${choice}`, edit, false);
    }),
  );
}

/** A comment that silences a finding. What suppresses others is better removed. */
async function toSuppression(
  { editor, documents }: Session,
  { document: { file, text, index }, places }: Checked,
  { rule, span }: Finding,
): Promise<readonly CodeAction[]> {
  const parsed = documents.parse(file);
  if (rule.startsWith('suppression-') || parsed?.kind !== 'parsed' || parsed.document.text !== text) return [];
  const insertion = suppression(rule, span, parsed.document);
  const hasSnippets = editor.snippetEdits && editor.documentChanges;
  const edit = hasSnippets
    ? toPlaceholderEdit(insertion, 'reason', places.targetOf(file), index)
    : await toWorkspaceEdit([{ ...insertion, text: insertion.text.replace(CHOICE, '') }], places, editor);
  return [{ title: `Disable \`${rule}\` for this line because …`, kind: CodeActionKind.QuickFix, edit }];
}

function toDocumentation({ editor }: Session, { rule }: Finding): readonly CodeAction[] {
  if (!editor.showsDocuments) return [];
  const title = `Open documentation of ${rule}`;
  return [
    { title, kind: CodeActionKind.QuickFix, command: { title, command: OPEN_DOCUMENTATION, arguments: [{ rule }] } },
  ];
}

interface Offered {
  readonly action: CodeAction;
  /** The findings that ask for it, by number. */
  readonly findings: readonly number[];
}

/** One action per title and edit: two findings may ask for the same change. `actions` has a list for each finding. */
function unique(actions: readonly (readonly CodeAction[])[]): readonly Offered[] {
  const known = new Map<string, Offered>();
  for (const [finding, action] of actions.flatMap((offered, i) => offered.map((action) => [i, action] as const))) {
    const key = JSON.stringify([action.title, action.edit, action.command]);
    const twin = known.get(key);
    const diagnostics = [...(twin?.action.diagnostics ?? []), ...(action.diagnostics ?? [])];
    const merged = { ...action, ...twin?.action, ...(diagnostics.length > 0 && { diagnostics }) };
    known.set(key, { action: merged, findings: [...(twin?.findings ?? []), finding] });
  }
  return [...known.values()];
}

/** Prefers what mends several findings at once to the fixes of each: an editor lists preferred actions before others. */
function preferTogether(offered: readonly Offered[]): readonly Offered[] {
  const together = offered.filter((one) => one.findings.length > 1 && mends(one));
  return offered.map((one) => {
    const isCovered = together.some(({ findings }) => one.findings.every((finding) => findings.includes(finding)));
    return isCovered && mends(one) ? { ...one, action: { ...one.action, isPreferred: together.includes(one) } } : one;
  });
}

function mends({ action: { edit, title } }: Offered): boolean {
  return edit !== undefined && !title.startsWith('Disable ');
}

/** What mends several findings at once first, then preferred fixes, then others, then what silences, documentation last. */
function rank(offered: Offered): number {
  const { action, findings } = offered;
  if (!mends(offered)) return action.edit === undefined ? 4 : 3;
  if (findings.length > 1) return 0;
  return action.isPreferred === true ? 1 : 2;
}

async function findFixAll(
  session: Session,
  checked: Checked,
  token: CancellationToken,
): Promise<readonly CodeAction[]> {
  const { document, places } = checked;
  const { file, text } = document;
  const replacements = await fixAll(file, text, async (current) => {
    if (current === text) return checked.findings;
    await session.pause(token);
    return session.checkDraft(document, current);
  });
  if (replacements.length === 0) return [];
  const edits = replacements.map((replacement) => ({ ...replacement, file }));
  const edit = await toWorkspaceEdit(edits, places, session.editor);
  return [{ title: 'Fix all safe authlint findings', kind: FIX_ALL, edit }];
}
