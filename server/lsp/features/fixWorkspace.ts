import type { CancellationToken } from 'vscode-languageserver';
import { applyEdits, type Edit, type Fix, parseDocument } from '../../../rules';
import { basename, dirname } from '../../host/files/path';
import { isScript } from '../../host/files/sourceFiles';
import { takeApart } from '../../host/files/takeApart';
import type { FoundInFile, OnProgress } from '../everything';
import type { Session } from '../session';
import { type Annotated, toAnnotatedWorkspaceEdit, toShownWorkspaceEdit } from '../workspaceEdit';

/** What fixing all files came to. */
export interface FixSummary {
  /** Whether the user let it happen. */
  readonly applied: boolean;
  readonly fixes: number;
  readonly files: number;
}

/** How the user wants it. */
export interface FixWish {
  readonly token: CancellationToken;
  readonly onProgress: OnProgress;
  /** Whether everything is shown before it happens; then suggestions are offered, too. */
  readonly isPreview: boolean;
}

/**
 * Applies the safe fixes of all files as one edit. A fix that touches another one is left for the next time. What is
 * shown before holds suggestions as well, which happen only if the user picks them.
 */
export async function fixWorkspace(
  session: Session,
  { token, onProgress, isPreview }: FixWish,
): Promise<FixSummary | null> {
  const { connection, editor } = session;
  if (isPreview && !(editor.documentChanges && editor.changeAnnotations && editor.createsFiles)) return null;
  const found = await session.checkAll(token, onProgress);
  const safe = found.flatMap((file) => candidatesIn(file, 'safe'));
  const suggested = isPreview ? found.flatMap((file) => candidatesIn(file, 'suggestion')) : [];
  const fixes = await sound(takeApart([...safe, ...suggested]), session);
  const [first] = found;
  if (first === undefined || fixes.length === 0) {
    const what = isPreview ? 'fixed' : 'fixed safely';
    connection.window.showInformationMessage(`authlint: there is nothing that can be ${what}.`);
    return { applied: false, fixes: 0, files: 0 };
  }
  const plain = await toAnnotatedWorkspaceEdit(fixes, first.places, editor);
  const edit = isPreview ? toShownWorkspaceEdit(plain) : plain;
  const { applied } = await connection.workspace.applyEdit({ label: 'Fix all safe authlint findings', edit });
  return { applied, fixes: fixes.length, files: new Set(fixes.flatMap(filesOf)).size };
}

/** For each finding that has a safe fix, that; for any other, if suggestions are asked for, the first. */
function candidatesIn({ findings }: FoundInFile, safety: Fix['safety']): readonly Annotated[] {
  return findings.flatMap(({ rule, fixes }) => {
    const usable = fixes.filter(({ choices, edits }) => choices === undefined && edits.every(isEditable));
    const fix = usable.find((one) => one.safety === 'safe') ?? usable[0];
    if (fix?.safety !== safety) return [];
    const needsConfirmation = safety !== 'safe';
    const label = `${rule}: ${fix.title}${needsConfirmation ? ' (suggestion)' : ''}`;
    return [{ label, edits: fix.edits, needsConfirmation }];
  });
}

function isEditable({ file }: Edit): boolean {
  return isScript(basename(file)) && !dirname(file).split('/').includes('node_modules');
}

/** Those after which every file that they change parses as well as it did before. */
async function sound(fixes: readonly Annotated[], { textOf }: Session): Promise<readonly Annotated[]> {
  const files = [...new Set(fixes.flatMap(filesOf))];
  const broken = new Set<string>();
  for (const file of files) {
    const before = await textOf(file);
    const edits = fixes.flatMap((fix) => fix.edits).filter((edit) => edit.file === file);
    const after =
      before &&
      applyEdits(
        before,
        edits.toSorted((a, b) => a.span.start - b.span.start),
      );
    if (!before || !after || errorsIn(file, after) > errorsIn(file, before)) broken.add(file);
  }
  return fixes.filter((fix) => !filesOf(fix).some((file) => broken.has(file)));
}

function filesOf({ edits }: Annotated): readonly string[] {
  return edits.map(({ file }) => file);
}

function errorsIn(file: string, text: string): number {
  const parsed = parseDocument(file, text);
  return parsed.kind === 'parsed' ? parsed.document.syntaxErrors.length : Number.POSITIVE_INFINITY;
}
