import { CancellationToken as Cancellation, type CancellationToken } from 'vscode-languageserver';
import { toDiagnostic } from '../convert';
import type { FoundInFile, OnProgress } from '../everything';
import type { Session } from '../session';
import { type Report, toReport } from './diagnostics';

/** What the editor is told about files that are not open: nothing, until the user wants it. */
export interface WorkspaceScan {
  /** The reports of files in which something is found, by path; `undefined` while nobody wants them. */
  reports(): ReadonlyMap<string, Report> | undefined;
  /** Looks at all files, now and from now on whenever something changes. */
  run(token: CancellationToken, onProgress?: OnProgress): Promise<ScanSummary>;
  /** Calls back when the reports are others. */
  onChange(listener: () => void): void;
}

export interface ScanSummary {
  /** How many files have findings. */
  readonly files: number;
  readonly findings: number;
}

export function createWorkspaceScan(session: Session): WorkspaceScan {
  const listeners: (() => void)[] = [];
  let reports: ReadonlyMap<string, Report> | undefined;
  let isCommanded = false;
  let isUpdating = false;
  let isOutdated = false;

  const show = (next: typeof reports): void => {
    reports = next;
    for (const listener of listeners) listener();
  };
  const update = async (token: CancellationToken, onProgress?: OnProgress): Promise<ScanSummary> => {
    const found = await session.checkAll(token, onProgress);
    // One that was open may be closed by now: what was found in its text is no news of the file.
    const closed = found.filter(({ isOpen }) => !isOpen);
    const entries = closed.map(async (one) => [one.file, await reportOf(session, one)] as const);
    show(new Map(await Promise.all(entries)));
    return { files: found.length, findings: found.reduce((sum, { findings }) => sum + findings.length, 0) };
  };
  /** One at a time: what changes meanwhile is looked at afterwards. */
  const follow = async (): Promise<void> => {
    isOutdated = true;
    if (isUpdating) return;
    isUpdating = true;
    try {
      while (isOutdated) {
        isOutdated = false;
        if (isCommanded || (await session.isScanWanted())) await update(Cancellation.None);
        else if (reports !== undefined) show(undefined);
      }
    } finally {
      isUpdating = false;
    }
  };
  session.onQuiet(() => session.attempt('Checking the workspace', follow));
  return {
    reports: () => reports,
    async run(token, onProgress) {
      const summary = await update(token, onProgress);
      isCommanded = true;
      return summary;
    },
    onChange: (listener) => listeners.push(listener),
  };
}

async function reportOf({ editor }: Session, { findings, index, places }: FoundInFile): Promise<Report> {
  return toReport(await Promise.all(findings.map((finding) => toDiagnostic(finding, index, places, editor))));
}
