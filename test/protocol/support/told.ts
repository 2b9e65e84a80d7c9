import type {
  ProgressToken,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Registration,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Folder } from './folder';
import type { DocumentStatus, EditorOptions, TestEditor, WorkDoneProgress } from './testEditor';

/** What the server tells an editor, and what it is answered. */
export interface Told {
  readonly registrations: Registration[];
  readonly logged: string[];
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: DocumentStatus[];
  readonly indexStates: string[];
  readonly shown: string[];
  readonly applied: WorkspaceEdit[];
  readonly progress: WorkDoneProgress[];
  onProgress: TestEditor['onProgress'];
  settings: object;
  readonly refreshes: () => number;
  readonly hintRefreshes: () => number;
}

/** Answers the server's requests and remembers what it tells. */
export function listenTo(connection: ProtocolConnection, folder: Folder, options: EditorOptions): Told {
  let refreshes = 0;
  let hintRefreshes = 0;
  const told: Told = {
    registrations: [],
    logged: [],
    published: [],
    statuses: [],
    indexStates: [],
    shown: [],
    applied: [],
    progress: [],
    onProgress: undefined,
    settings: options.settings ?? {},
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
  };
  answerSettings(connection, folder, options, told);
  connection.onRequest('client/registerCapability', (params: { registrations: Registration[] }) => {
    told.registrations.push(...params.registrations);
  });
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    told.applied.push(edit);
    return { applied: true };
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', ({ token, value }: { token: ProgressToken; value: WorkDoneProgress }) => {
    told.progress.push(value);
    told.onProgress?.(value, token);
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
    told.shown.push(uri);
    return { success: true };
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    told.logged.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    told.published.push(params);
  });
  connection.onNotification('authlint/status', (status: DocumentStatus) => {
    told.statuses.push(status);
  });
  connection.onNotification('authlint/index', ({ state }: { readonly state: string }) => {
    told.indexStates.push(state);
  });
  connection.onRequest('authlint/readFile', ({ uri }: { uri: string }) => folder.readFile(uri));
  connection.onRequest('authlint/readDirectory', ({ uri }: { uri: string }) => folder.readDirectory(uri));
  return told;
}

function answerSettings(connection: ProtocolConnection, folder: Folder, options: EditorOptions, told: Told): void {
  const { settingsOf = {} } = options;
  const settingsAt = (scopeUri: string | undefined): object => {
    const name = Object.keys(settingsOf).find((one) => folder.uriOf(one) === scopeUri);
    return { ...told.settings, ...settingsOf[name ?? ''] };
  };
  connection.onRequest('workspace/configuration', (params: { items: { scopeUri?: string }[] }) =>
    params.items.map(({ scopeUri }) => settingsAt(scopeUri)),
  );
}
