import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { fromUri, toUri } from '../../host/files/path';
import type { Session } from '../session';
import { type Report, toReport } from './diagnostics';
import type { WorkspaceScan } from './workspaceScan';

const NOTHING = toReport([]);

/**
 * Answers an editor that asks for the diagnostics of all files. The request is held until there is something new to say,
 * so that asking again and again costs nothing.
 */
export function answerWorkspacePulls(session: Session, scan: WorkspaceScan): void {
  const held = new Set<() => void>();
  const closed: ((file: string) => void)[] = [];
  scan.onChange(() => {
    for (const look of [...held]) look();
  });
  session.documents.onClose(({ file }) => {
    for (const forget of closed) forget(file);
  });

  session.connection.languages.diagnostics.onWorkspace(
    ({ previousResultIds }: WorkspaceDiagnosticParams, token): Promise<WorkspaceDiagnosticReport> => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [fromUri(uri), { uri, value }]));
      return new Promise((resolve, reject) => {
        // An editor forgets what it was told of a file that was open in between.
        const forget = (file: string): void => {
          previous.delete(file);
        };
        const end = (): void => {
          held.delete(look);
          closed.splice(closed.indexOf(forget), 1);
        };
        const look = (): void => {
          const items = findNews(session, scan.reports(), previous);
          if (items.length === 0) return;
          end();
          resolve({ items });
        };
        held.add(look);
        closed.push(forget);
        onCancel(token, () => {
          end();
          reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.'));
        });
        look();
      });
    },
  );
}

type Known = ReadonlyMap<string, { readonly uri: string; readonly value: string }>;

/** The reports that the editor does not have. Of open documents it asks for one by one. */
function findNews(
  { documents }: Session,
  reports: ReadonlyMap<string, Report> = new Map(),
  previous: Known,
): WorkspaceDiagnosticReport['items'] {
  return [...new Set([...reports.keys(), ...previous.keys()])].flatMap((file) => {
    const { resultId, items } = reports.get(file) ?? NOTHING;
    const known = previous.get(file);
    if (resultId === (known?.value ?? NOTHING.resultId) || documents.findFile(file) !== undefined) return [];
    const uri = known?.uri ?? toUri(file);
    return [{ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] }];
  });
}

function onCancel(token: CancellationToken, action: () => void): void {
  if (token.isCancellationRequested) action();
  else token.onCancellationRequested(action);
}

/** Sends the diagnostics of files that are not open to an editor that does not ask. */
export function pushWorkspaceDiagnostics(session: Session, scan: WorkspaceScan): void {
  const { connection, documents } = session;
  const sent = new Map<string, string>();
  const push = async (): Promise<void> => {
    const reports = scan.reports() ?? new Map<string, Report>();
    for (const file of new Set([...reports.keys(), ...sent.keys()])) {
      const { resultId, items } = reports.get(file) ?? NOTHING;
      if (documents.findFile(file) !== undefined || resultId === (sent.get(file) ?? NOTHING.resultId)) continue;
      sent.set(file, resultId);
      await connection.sendDiagnostics({ uri: toUri(file), diagnostics: [...items] });
    }
  };
  // An open document is told about by itself, which replaces what was sent, and ends with nothing.
  documents.onClose(({ file }) => sent.delete(file));
  scan.onChange(() => session.attempt('Publishing diagnostics', push));
}
