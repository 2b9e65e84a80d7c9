import {
  CancellationToken as Cancellation,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { hashText } from '../../host/files/hash';
import { fromUri } from '../../host/files/path';
import { toDiagnostic } from '../convert';
import type { Session } from '../session';

/** Long enough to skip most of the states between two keystrokes, short enough not to be felt, in milliseconds. */
const TYPING_PAUSE = 60;

/** Answers an editor that asks for diagnostics, of a document that it just closed too, and asks it to ask again when other files made them stale. */
export function answerPulls(session: Session, reportOfClosed: (file: string) => Report | undefined): void {
  const { connection } = session;
  connection.languages.diagnostics.on(
    async ({ textDocument, previousResultId }: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const closed = session.documents.find(textDocument.uri) ? undefined : reportOfClosed(fromUri(textDocument.uri));
      const { resultId, items } = closed ?? (await reportOf(session, textDocument.uri, token));
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    },
  );
  session.onStale(() => session.attempt('Asking for a refresh', () => connection.languages.diagnostics.refresh()));
}

/** Sends diagnostics to an editor that does not ask for them. */
export function pushDiagnostics(session: Session): void {
  const { connection, documents } = session;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sent = new Map<string, string>();

  const publish = async (uri: string): Promise<void> => {
    const { resultId, items } = await reportOf(session, uri, Cancellation.None);
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
    session.attempt('Publishing diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  session.onStale((uris) => {
    for (const uri of uris) schedule(uri, 0);
  });
}

/** What an editor is told about a document. */
export interface Report {
  /** The same as long as the diagnostics are. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export function toReport(items: readonly Diagnostic[]): Report {
  return { resultId: hashText(JSON.stringify(items)).toString(36), items };
}

async function reportOf(session: Session, uri: string, token: CancellationToken): Promise<Report> {
  const outcome = await session.check(uri, token);
  if (outcome?.kind !== 'checked') return toReport([]);
  const { document, findings, places } = outcome;
  return toReport(
    await Promise.all(findings.map((finding) => toDiagnostic(finding, document.index, places, session.editor))),
  );
}
