import { type LogOutputChannel, l10n } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { Knowledge, ServerState } from './documentStatus';
import { openDocumentationHere } from './explainRule';
import { answerFileRequests } from './fileAccess';
import { CHECKED_LANGUAGES } from './languages';
import { provideDiagnostics, pullOptions } from './pulling';

/** Makes the client of one host: a server in a process of its own, or in a web worker. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'failed',
};

/** All that needs the library of the protocol, which takes longer to load than the rest of the extension. */
export async function connect(
  createClient: CreateClient,
  outputChannel: LogOutputChannel,
  knowledge: Knowledge,
  version: string,
): Promise<BaseLanguageClient> {
  const client = await createClient({
    documentSelector: CHECKED_LANGUAGES.map((language) => ({ language })),
    outputChannel,
    diagnosticPullOptions: pullOptions,
    middleware: { provideDiagnostics, executeCommand: openDocumentationHere },
    initializationOptions: { fileAccess: true, status: true },
    textSynchronization: { delayOpenNotifications: true },
    markdown: { isTrusted: false, supportHtml: false },
  });
  client.onDidChangeState(({ newState }) => {
    const state = STATES[newState];
    // An empty log tells nobody whether anything works.
    outputChannel.info(l10n.t('authlint {0}: the server is {1}.', version, state));
    knowledge.noteServer(state);
  });
  client.onNotification('authlint/status', knowledge.noteStatus);
  client.onNotification('authlint/index', ({ state }) => knowledge.noteIndex(state));
  answerFileRequests(client);
  return client;
}
