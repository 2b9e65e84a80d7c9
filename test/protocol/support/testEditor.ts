import type {
  CancellationToken,
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
  ProgressToken,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  Registration,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Transport, TransportKind } from './transports';

/** What a test's editor can do, over what VS Code can. */
export interface EditorOptions {
  readonly transport?: TransportKind;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: object;
  /** Gives settings in `initializationOptions` only, as editors without `workspace/configuration` do. */
  readonly initialSettings?: object;
  /** What the last commit holds, by name; nobody knows that when absent. */
  readonly committed?: Readonly<Record<string, string>>;
  /** The workspace folders, by name; all of the folder when absent. */
  readonly folders?: readonly string[];
  /** Settings of single folders, by name, over `settings`. */
  readonly settingsOf?: Readonly<Record<string, object>>;
}

/** What the server told its editor so far. */
export interface Received {
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
  /** What it is told when it asks for settings. */
  settings: object;
  /** What the last commit holds, by name. */
  committed: Readonly<Record<string, string>> | undefined;
}

/** What an editor says and asks. */
export interface Requests {
  open(name: string, text: string, languageId?: string): Promise<void>;
  change(name: string, text: string): Promise<void>;
  /** Replaces a range, as typing does. */
  edit(name: string, range: Range, text: string): Promise<void>;
  close(name: string): Promise<void>;
  filesChanged(...changes: { readonly name: string; readonly type: FileChangeType }[]): Promise<void>;
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
}

/** An editor of the tests' own: it speaks the protocol and remembers what the server told it. */
export interface TestEditor extends Received, Requests {
  readonly connection: ProtocolConnection;
  readonly transport: Transport;
  readonly initialized: InitializeResult;
  configurationChanged(settings: object): Promise<void>;
  /** Says that another commit is the last one, with what it holds. */
  commit(files: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves once the condition holds; fails after twenty seconds, saying what it waited for. */
  until(what: string, condition: () => boolean): Promise<void>;
  /** Until the whole workspace is known: what other files may silence is silent before. */
  indexed(): Promise<void>;
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

export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly findings: number;
  readonly known: number;
  readonly skipped?: string;
  readonly config?: string;
  readonly configProblem?: string;
}
