import type { CancellationToken } from 'vscode-languageserver';
import { applyEdits, type Edit, parseDocument } from '../../../rules';
import { basename, dirname } from '../../host/path';
import { isScript } from '../../host/sourceFiles';
import { takeApart } from '../../host/takeApart';
import type { FoundInFile, OnProgress } from '../everything';
import type { Session } from '../session';
import { type Annotated, toAnnotatedWorkspaceEdit } from '../workspaceEdit';

/** What fixing all files came to. */
export interface FixSummary {
  /** Whether the user let it happen. */
  readonly applied: boolean;
  readonly fixes: number;
  readonly files: number;
}

interface Candidate extends Annotated {
  readonly rule: string;
}

/**
 * Applies the safe fixes of all files as one edit, which the editor shows before where it can. A fix that touches another
 * one is left for the next time.
 */
export async function fixWorkspace(
  session: Session,
  token: CancellationToken,
  onProgress: OnProgress,
): Promise<FixSummary> {
  const { connection, editor } = session;
  const found = await session.checkAll(token, onProgress);
  const fixes = await sound(takeApart(found.flatMap(candidatesIn)), session);
  const [first] = found;
  if (first === undefined || fixes.length === 0) {
    connection.window.showInformationMessage('authlint: there is nothing that can be fixed safely.');
    return { applied: false, fixes: 0, files: 0 };
  }
  const edit = await toAnnotatedWorkspaceEdit(fixes, first.places, editor);
  const { applied } = await connection.workspace.applyEdit({ label: 'Fix all safe authlint findings', edit });
  return { applied, fixes: fixes.length, files: new Set(fixes.flatMap(filesOf)).size };
}

function candidatesIn({ findings }: FoundInFile): readonly Candidate[] {
  return findings.flatMap(({ rule, fixes }) => {
    const fix = fixes.find(
      ({ safety, choices, edits }) => safety === 'safe' && choices === undefined && edits.every(isEditable),
    );
    return fix === undefined ? [] : [{ rule, label: `${rule}: ${fix.title}`, edits: fix.edits }];
  });
}

function isEditable({ file }: Edit): boolean {
  return isScript(basename(file)) && !dirname(file).split('/').includes('node_modules');
}

/** Those after which every file that they change parses as well as it did before. */
async function sound(fixes: readonly Candidate[], { textOf }: Session): Promise<readonly Candidate[]> {
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

function filesOf({ edits }: Candidate): readonly string[] {
  return edits.map(({ file }) => file);
}

function errorsIn(file: string, text: string): number {
  const parsed = parseDocument(file, text);
  return parsed.kind === 'parsed' ? parsed.document.syntaxErrors.length : Number.POSITIVE_INFINITY;
}
