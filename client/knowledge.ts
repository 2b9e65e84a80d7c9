import { type Disposable, EventEmitter, type TextDocument, workspace } from 'vscode';

/** What the server says of a document after each check. */
export interface DocumentStatus {
  readonly uri: string;
  readonly rules: number;
  readonly findings: number;
  /** How many more there are, which the baseline or the last commit has already. */
  readonly known: number;
  readonly milliseconds: number;
  readonly skipped?: string;
  /** The address of the config file that counts first. */
  readonly config?: string;
  /** The first thing that is wrong in a config that counts. */
  readonly configProblem?: string;
}

/** How far the server's index of the workspace is. */
export type IndexState = 'building' | 'complete' | 'partial';

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** What is known of the server and of the documents that it was given. */
export interface Knowledge extends Disposable {
  of(document: TextDocument): DocumentStatus | undefined;
  readonly server: ServerState;
  readonly index: IndexState | undefined;
  onChange(listener: () => void): Disposable;
  noteServer(state: ServerState): void;
  noteIndex(state: IndexState): void;
  noteStatus(status: DocumentStatus): void;
}

export function gatherKnowledge(): Knowledge {
  const known = new Map<string, DocumentStatus>();
  const changes = new EventEmitter<void>();
  let server: ServerState = 'stopped';
  let index: IndexState | undefined;
  let wasRunning = false;

  const closing = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  return {
    of: ({ uri }) => known.get(uri.toString()),
    get server() {
      return server;
    },
    get index() {
      return index;
    },
    onChange: (listener) => changes.event(listener),
    noteServer(state) {
      if (state === 'stopped' || state === 'failed') {
        known.clear();
        index = undefined;
      }
      // A server that is not wanted yet is no failure; one that ended is.
      server = state === 'stopped' && wasRunning ? 'failed' : state;
      wasRunning ||= state === 'running';
      changes.fire();
    },
    noteIndex(state) {
      index = state;
      changes.fire();
    },
    noteStatus(status) {
      known.set(status.uri, status);
      changes.fire();
    },
    dispose() {
      closing.dispose();
      changes.dispose();
    },
  };
}
