import {
  CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type MarkupContent,
  type Position,
  type ProgressToken,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Folder } from './folder';
import { start, type Transport, type TransportKind } from './transports';

/** What a test's editor can do, over what VS Code can. */
export interface EditorOptions {
  readonly transport?: TransportKind;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: object;
  /** Gives settings in `initializationOptions` only, as editors without `workspace/configuration` do. */
  readonly initialSettings?: object;
  /** The workspace folders, by name; all of the folder when absent. */
  readonly folders?: readonly string[];
  /** Settings of single folders, by name, over `settings`. */
  readonly settingsOf?: Readonly<Record<string, object>>;
}

/** An editor of the tests' own: it speaks the protocol and remembers what the server told it. */
export interface TestEditor {
  readonly connection: ProtocolConnection;
  readonly transport: Transport;
  readonly initialized: InitializeResult;
  readonly registrations: readonly Registration[];
  readonly logged: readonly string[];
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly DocumentStatus[];
  /** How far the index of the workspace was said to be. */
  readonly indexStates: readonly string[];
  readonly shown: readonly string[];
  /** What the server wanted to change; the answer is that it was. */
  readonly applied: readonly WorkspaceEdit[];
  /** What was said of each piece of work: its begin, reports and end. */
  readonly progress: readonly WorkDoneProgress[];
  /** Called with each of them as it arrives, with its token. */
  onProgress: ((value: WorkDoneProgress, token: ProgressToken) => unknown) | undefined;
  /** How often the server asked for a refresh. */
  readonly refreshes: () => number;
  /** How often the server asked for other inlay hints. */
  readonly hintRefreshes: () => number;
  settings: object;
  open(name: string, text: string, languageId?: string): Promise<void>;
  change(name: string, text: string): Promise<void>;
  /** Replaces a range, as typing does. */
  edit(name: string, range: Range, text: string): Promise<void>;
  close(name: string): Promise<void>;
  filesChanged(...changes: { readonly name: string; readonly type: FileChangeType }[]): Promise<void>;
  configurationChanged(settings: object): Promise<void>;
  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The diagnostics of a full report. */
  diagnostics(name: string): Promise<readonly Diagnostic[]>;
  /** Code actions, each with its edit, asked for where the server leaves it out. */
  actions(name: string, range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  /** Code actions as they are sent. */
  unresolved(name: string, range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  execute<T>(command: string, given?: { readonly token?: CancellationToken; readonly argument?: object }): Promise<T>;
  /** Asks for the diagnostics of all files, given what is known of some, by URI. */
  pullAll(previous: Readonly<Record<string, string>>, token?: CancellationToken): Promise<WorkspaceDiagnosticReport>;
  hover(name: string, position: Position): Promise<Hover | null>;
  decode(text: string, more?: object): Promise<MarkupContent | null>;
  verify(text: string, key: string): Promise<MarkupContent | null>;
  hints(name: string, range: Range): Promise<readonly InlayHint[]>;
  /** Resolves once the condition holds; fails after twenty seconds, saying what it waited for. */
  until(what: string, condition: () => boolean): Promise<void>;
  /**
   * Does something, waits until the server asks for a refresh, and asks for the diagnostics of a file after each, until
   * they are as expected. A server may ask more than once: how often says nothing.
   */
  refreshed(
    act: () => Promise<void>,
    name: string,
    expected: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<void>;
  quit(): Promise<number | null>;
}

export type WorkDoneProgress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly findings: number;
  readonly skipped?: string;
  readonly config?: string;
  readonly configProblem?: string;
}

export const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    inlayHint: {},
  },
  workspace: {
    configuration: true,
    inlayHint: { refreshSupport: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  window: { showDocument: { support: true } },
};

/** Like VS Code, which asks for the edit of an action when it is taken, and shows large changes before. */
export const LAZY: ClientCapabilities = {
  ...PULLING,
  textDocument: {
    ...PULLING.textDocument,
    codeAction: {
      ...PULLING.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
  workspace: {
    ...PULLING.workspace,
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      resourceOperations: ['create'],
    },
  },
  window: { ...PULLING.window, workDoneProgress: true },
};

export const PUSHED: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

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
