import { type ExtensionContext, type LogOutputChannel, l10n, Uri } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { answerCommitRequests } from './commits';
import { openDocumentationHere } from './explainRule';
import { answerFileRequests } from './fileAccess';
import type { Knowledge, ServerState } from './knowledge';
import { CHECKED_LANGUAGES } from './languages';
import { provideDiagnostics, pullOptions } from './pulling';

/** What a connection is made in. */
export interface Surroundings {
  readonly context: ExtensionContext;
  readonly channel: LogOutputChannel;
  /** Learns what the server says of itself. */
  readonly knowledge: Knowledge;
}

/** Makes the client of one host. It and its library are most of the code: they are loaded when the server is needed. */
export type Connect = (surroundings: Surroundings) => BaseLanguageClient;

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'failed',
};

export function clientOptions({ context, channel }: Surroundings): LanguageClientOptions {
  const pages = Uri.joinPath(context.extensionUri, 'dist/pages.json').toString();
  return {
    documentSelector: CHECKED_LANGUAGES.map((language) => ({ language })),
    outputChannel: channel,
    diagnosticPullOptions: pullOptions,
    middleware: { provideDiagnostics, executeCommand: openDocumentationHere },
    initializationOptions: { fileAccess: true, commits: true, pages, status: true },
    textSynchronization: { delayOpenNotifications: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Passes on what the server says of itself, and answers what it asks. */
export function observe<Client extends BaseLanguageClient>(
  client: Client,
  { context, channel, knowledge }: Surroundings,
): Client {
  const { version } = context.extension.packageJSON;
  client.onDidChangeState(({ newState }) => {
    const state = STATES[newState];
    // An empty log tells nobody whether anything works.
    channel.info(l10n.t('authlint {0}: the server is {1}.', version, state));
    knowledge.noteServer(state);
  });
  client.onNotification('authlint/status', knowledge.noteStatus);
  client.onNotification('authlint/index', ({ state }) => knowledge.noteIndex(state));
  answerFileRequests(client);
  context.subscriptions.push(answerCommitRequests(client));
  return client;
}
