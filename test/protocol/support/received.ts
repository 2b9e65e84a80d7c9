import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ProgressToken,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Registration,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ROOT } from '../../sources';
import type { Folder } from './folder';
import type { DocumentStatus, EditorOptions, Received, WorkDoneProgress } from './testEditor';

/** Where a worker asks for the pages of the rules. */
export const PAGES = 'https://extension.example/dist/pages.json';

function readPages(): string {
  return readFileSync(join(ROOT, 'dist/pages.json'), 'base64');
}

/** Answers what the server asks, and keeps what it says. */
export function receive(connection: ProtocolConnection, folder: Folder, options: EditorOptions): Received {
  const registrations: Registration[] = [];
  const logged: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const statuses: DocumentStatus[] = [];
  const indexStates: string[] = [];
  const shown: string[] = [];
  const applied: WorkspaceEdit[] = [];
  const progress: WorkDoneProgress[] = [];
  let refreshes = 0;
  let hintRefreshes = 0;
  const received: Received = {
    registrations,
    logged,
    published,
    statuses,
    indexStates,
    shown,
    applied,
    progress,
    onProgress: undefined,
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
    settings: options.settings ?? {},
    committed: options.committed,
  };
  const settingsAt = (scopeUri: string | undefined): object => {
    const name = Object.keys(options.settingsOf ?? {}).find((one) => folder.uriOf(one) === scopeUri);
    return { ...received.settings, ...options.settingsOf?.[name ?? ''] };
  };

  connection.onRequest('client/registerCapability', (params: { registrations: Registration[] }) => {
    registrations.push(...params.registrations);
  });
  connection.onRequest('workspace/configuration', (params: { items: { scopeUri?: string }[] }) =>
    params.items.map(({ scopeUri }) => settingsAt(scopeUri)),
  );
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    applied.push(edit);
    return { applied: true };
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', ({ token, value }: { token: ProgressToken; value: WorkDoneProgress }) => {
    progress.push(value);
    received.onProgress?.(value, token);
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    return null;
  });
  connection.onRequest('workspace/inlayHint/refresh', () => {
    hintRefreshes += 1;
    return null;
  });
  connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
    shown.push(uri);
    return { success: true };
  });
  connection.onRequest('authlint/readFile', ({ uri }: { uri: string }) =>
    uri === PAGES ? readPages() : folder.readFile(uri),
  );
  connection.onRequest('authlint/readDirectory', ({ uri }: { uri: string }) => folder.readDirectory(uri));
  connection.onRequest('authlint/committedText', ({ uri }: { uri: string }) => {
    const { committed } = received;
    const name = Object.keys(committed ?? {}).find((one) => folder.uriOf(one) === uri);
    return committed === undefined ? null : (committed[name ?? ''] ?? '');
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification('authlint/status', (status: DocumentStatus) => {
    statuses.push(status);
  });
  connection.onNotification('authlint/index', ({ state }: { readonly state: string }) => {
    indexStates.push(state);
  });
  return received;
}
