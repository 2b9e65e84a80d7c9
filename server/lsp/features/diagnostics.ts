import {
  CancellationToken as Cancellation,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { toDiagnostic } from '../convert';
import type { Session } from '../session';

/** Long enough to skip most of the states between two keystrokes, short enough not to be felt, in milliseconds. */
const TYPING_PAUSE = 60;

/** Answers an editor that asks for diagnostics, and asks it to ask again when other files made them stale. */
export function answerPulls(session: Session): void {
  const { connection } = session;
  const reports = createReports(session);
  connection.languages.diagnostics.on(
    async ({ textDocument, previousResultId }: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const { resultId, items } = await reports.of(textDocument.uri, token);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    },
  );
  session.documents.onClose(({ uri }) => reports.forget(uri));
  session.onStale(() => session.attempt('Asking for a refresh', () => connection.languages.diagnostics.refresh()));
}

/** Sends diagnostics to an editor that does not ask for them. */
export function pushDiagnostics(session: Session): void {
  const { connection, documents } = session;
  const reports = createReports(session);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sent = new Map<string, string>();

  const publish = async (uri: string): Promise<void> => {
    const { resultId, items } = await reports.of(uri, Cancellation.None);
    const document = documents.find(uri);
    if (document === undefined || sent.get(uri) === resultId) return;
    sent.set(uri, resultId);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: [...items] });
  };
  const schedule = (uri: string, delay: number): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => session.attempt('Publishing diagnostics', () => publish(uri)), delay),
    );
  };
  documents.onOpen(({ uri }) => schedule(uri, 0));
  documents.onChange(({ uri }) => schedule(uri, TYPING_PAUSE));
  documents.onClose(({ uri }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    sent.delete(uri);
    reports.forget(uri);
    session.attempt('Publishing diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  session.onStale((uris) => {
    for (const uri of uris) schedule(uri, 0);
  });
}

interface Report {
  /** The same as long as the diagnostics are. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

interface Reports {
  of(uri: string, token: CancellationToken): Promise<Report>;
  forget(uri: string): void;
}

function createReports(session: Session): Reports {
  const last = new Map<string, { readonly json: string; readonly resultId: string }>();
  const start = Date.now().toString(36);
  let count = 0;
  return {
    async of(uri, token) {
      const items = await findDiagnostics(session, uri, token);
      const json = JSON.stringify(items);
      const known = last.get(uri);
      if (known?.json === json) return { resultId: known.resultId, items };
      count += 1;
      const resultId = `${start}-${count}`;
      last.set(uri, { json, resultId });
      return { resultId, items };
    },
    forget: (uri) => last.delete(uri),
  };
}

async function findDiagnostics(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<readonly Diagnostic[]> {
  const outcome = await session.check(uri, token);
  if (outcome?.kind !== 'checked') return [];
  const { document, findings, places } = outcome;
  return Promise.all(findings.map((finding) => toDiagnostic(finding, document.index, places, session.editor)));
}
