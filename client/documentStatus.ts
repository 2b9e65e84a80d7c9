import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** What the server says of a document after each check. */
export interface DocumentStatus {
  readonly uri: string;
  readonly rules: number;
  readonly findings: number;
  readonly milliseconds: number;
  readonly skipped?: string;
  /** The address of the config file that counts first. */
  readonly config?: string;
  /** The first thing that is wrong in a config that counts. */
  readonly configProblem?: string;
}

/** How far the server's index of the workspace is. */
export type IndexState = 'building' | 'complete' | 'partial';

/** What is known of the server and of the documents that it was given. */
export interface Knowledge extends Disposable {
  of(document: TextDocument): DocumentStatus | undefined;
  readonly server: 'stopped' | 'starting' | 'running' | 'failed';
  readonly index: IndexState | undefined;
  onChange(listener: () => void): Disposable;
}

export function gatherKnowledge(client: BaseLanguageClient): Knowledge {
  const known = new Map<string, DocumentStatus>();
  const changes = new EventEmitter<void>();
  const nameOf = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
  let server: Knowledge['server'] = 'stopped';
  let index: IndexState | undefined;
  let wasRunning = false;

  client.onNotification('authlint/status', (status: DocumentStatus) => {
    known.set(status.uri, status);
    changes.fire();
  });
  client.onNotification('authlint/index', ({ state }: { readonly state: IndexState }) => {
    index = state;
    changes.fire();
  });
  const listening = [
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) {
        known.clear();
        index = undefined;
      }
      server = toServerState(newState, wasRunning);
      wasRunning ||= newState === State.Running;
      changes.fire();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(nameOf(uri))),
    changes,
  ];
  return {
    of: ({ uri }) => known.get(nameOf(uri)),
    get server() {
      return server;
    },
    get index() {
      return index;
    },
    onChange: (listener) => changes.event(listener),
    dispose() {
      for (const one of listening) one.dispose();
    },
  };
}

/** A server that is not wanted yet is no failure; one that ended is. */
function toServerState(state: State, wasRunning: boolean): Knowledge['server'] {
  if (state === State.Running) return 'running';
  if (state === State.Starting) return 'starting';
  return state === State.StartFailed || wasRunning ? 'failed' : 'stopped';
}
