import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type Registration,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { PULLING } from './capabilities';
import type { Folder } from './folder';
import type { DocumentStatus, EditorOptions, TestEditor, WorkDoneProgress } from './testEditor';
import { start } from './transports';

export async function openEditor(folder: Folder, options: EditorOptions = {}): Promise<TestEditor> {
  const transport = start(options.transport ?? 'stdio');
  const { connection } = transport;
  const registrations: Registration[] = [];
  const logged: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const statuses: DocumentStatus[] = [];
  const indexStates: string[] = [];
  const shown: string[] = [];
  const versions = new Map<string, number>();
  const applied: WorkspaceEdit[] = [];
  const progress: WorkDoneProgress[] = [];
  let onProgress: TestEditor['onProgress'];
  let refreshes = 0;
  let hintRefreshes = 0;
  let settings = options.settings ?? {};
  const folderUris = options.folders?.map((name) => folder.uriOf(name)) ?? [folder.uri];
  const settingsAt = (scopeUri: string | undefined): object => {
    const name = Object.keys(options.settingsOf ?? {}).find((one) => folder.uriOf(one) === scopeUri);
    return { ...settings, ...options.settingsOf?.[name ?? ''] };
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
    onProgress?.(value, token);
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
  connection.onRequest('authlint/readFile', ({ uri }: { uri: string }) => folder.readFile(uri));
  connection.onRequest('authlint/readDirectory', ({ uri }: { uri: string }) => folder.readDirectory(uri));
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
  connection.listen();

  const died = transport.ended.then((code) => {
    throw new Error(`The server ended with ${code} before it was ready. ${transport.errors()}`);
  });
  const ready = connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: folderUris.map((uri) => ({ uri, name: 'folder' })),
    capabilities: options.capabilities ?? PULLING,
    initializationOptions: { fileAccess: true, status: true, settings: options.initialSettings },
  });
  died.catch(() => undefined);
  const initialized = await Promise.race([ready, died]);
  await connection.sendNotification('initialized', {});

  const nextVersion = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  const didChange = (name: string, change: object): Promise<void> => {
    const uri = folder.uriOf(name);
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: nextVersion(uri) },
      contentChanges: [change],
    });
  };
  const unresolved: TestEditor['unresolved'] = (name, range, context) =>
    connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: folder.uriOf(name) },
      range,
      context: { diagnostics: [], ...context },
    });
  const resolve: TestEditor['resolve'] = (action) => connection.sendRequest('codeAction/resolve', action);
  const pull = (name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: folder.uriOf(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const until: TestEditor['until'] = async (what, condition) => {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}. ${transport.errors()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const diagnostics: TestEditor['diagnostics'] = async (name) => {
    const report = await pull(name);
    if (report.kind !== 'full') throw new Error('The report is not a full one.');
    return report.items;
  };

  return {
    connection,
    transport,
    initialized,
    registrations,
    logged,
    published,
    statuses,
    indexStates,
    shown,
    applied,
    progress,
    get onProgress() {
      return onProgress;
    },
    set onProgress(listener) {
      onProgress = listener;
    },
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
    get settings() {
      return settings;
    },
    set settings(value) {
      settings = value;
    },
    open(name, text, languageId = 'typescript') {
      const uri = folder.uriOf(name);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: nextVersion(uri), text },
      });
    },
    change: (name, text) => didChange(name, { text }),
    edit: (name, range, text) => didChange(name, { range, text }),
    close: (name) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: folder.uriOf(name) } }),
    filesChanged: (...changes) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(({ name, type }) => ({ uri: folder.uriOf(name), type })),
      }),
    configurationChanged(changed) {
      settings = changed;
      return connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    pull,
    diagnostics,
    unresolved,
    resolve,
    async actions(name, range, context) {
      const actions = await unresolved(name, range, context);
      return Promise.all(actions.map((action) => (action.data === undefined ? action : resolve(action))));
    },
    execute(command, { token = CancellationToken.None, argument } = {}) {
      const given = argument === undefined ? [] : [argument];
      return connection.sendRequest('workspace/executeCommand', { command, arguments: given }, token);
    },
    pullAll: (previous, token) =>
      connection.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: Object.entries(previous).map(([uri, value]) => ({ uri, value })) },
        token ?? CancellationToken.None,
      ),
    hover: (name, position) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri: folder.uriOf(name) }, position }),
    decode: (text, more) =>
      connection.sendRequest('workspace/executeCommand', {
        command: 'authlint.decode',
        arguments: [{ text, ...more }],
      }),
    verify: (text, key) =>
      connection.sendRequest('workspace/executeCommand', { command: 'authlint.verify', arguments: [{ text, key }] }),
    hints: (name, range) =>
      connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: folder.uriOf(name) }, range }),
    until,
    indexed: () => until('the index', () => indexStates.at(-1) === 'complete'),
    async refreshed(act, name, expected) {
      let seen = refreshes;
      await act();
      for (let found: readonly Diagnostic[] | undefined; found === undefined || !expected(found); ) {
        await until(`another refresh: ${name} has ${JSON.stringify(found)}`, () => refreshes > seen);
        seen = refreshes;
        found = await diagnostics(name);
      }
    },
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return transport.ended;
    },
  };
}
