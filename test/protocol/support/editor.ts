import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
  FileChangeType,
  Hover,
  InitializeResult,
  InlayHint,
  MarkupContent,
  Position,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  Registration,
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
  actions(name: string, range: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  hover(name: string, position: Position): Promise<Hover | null>;
  decode(text: string, more?: object): Promise<MarkupContent | null>;
  verify(text: string, key: string): Promise<MarkupContent | null>;
  hints(name: string, range: Range): Promise<readonly InlayHint[]>;
  /** Resolves once the condition holds; fails after five seconds, saying what it waited for. */
  until(what: string, condition: () => boolean): Promise<void>;
  quit(): Promise<number | null>;
}

interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly findings: number;
  readonly skipped?: string;
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
  let refreshes = 0;
  let hintRefreshes = 0;
  let settings = options.settings ?? {};

  connection.onRequest('client/registerCapability', (params: { registrations: Registration[] }) => {
    registrations.push(...params.registrations);
  });
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => settings));
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
    workspaceFolders: [{ uri: folder.uri, name: 'folder' }],
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
  const pull = (name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: folder.uriOf(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });

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
    async diagnostics(name) {
      const report = await pull(name);
      if (report.kind !== 'full') throw new Error('The report is not a full one.');
      return report.items;
    },
    actions: (name, range, context) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: folder.uriOf(name) },
        range,
        context: { diagnostics: [], ...context },
      }),
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
    async until(what, condition) {
      const deadline = Date.now() + 5000;
      while (!condition()) {
        if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}. ${transport.errors()}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return transport.ended;
    },
  };
}
