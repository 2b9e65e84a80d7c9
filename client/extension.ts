import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerDiagnosticInfoCommand } from './diagnosticInfo';
import { gatherKnowledge } from './documentStatus';
import { openDocumentationHere, registerExplainCommand } from './explainRule';
import { answerFileRequests } from './fileAccess';
import { CHECKED_LANGUAGES, isCheckedLanguage } from './languages';
import { provideDiagnostics, pullOptions } from './pulling';
import { redactingChannel } from './redaction';
import { runOnServer } from './runOnServer';
import { registerSampleCommand } from './sample';
import { registerStatus } from './status';
import { registerTokenCommands, type Verify } from './tokenDocument';
import { type Decode, registerTokenHover } from './tokenHover';
import { registerWhyCommands } from './whyDocument';
import { registerWorkspaceCommands } from './workspaceCommands';

/** Makes the client of one host: a server in a process of its own, or in a web worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both hosts do. The server starts with the first document that it checks, or the first token to decode. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): BaseLanguageClient {
  const channel = redactingChannel(window.createOutputChannel('authlint', { log: true }));
  const client = createClient(toClientOptions(channel));
  const knowledge = gatherKnowledge(client);
  answerFileRequests(client);

  const report = (error: unknown): void => channel.error(l10n.t('The server did not start: {0}', String(error)));
  const execute = async (command: string, argument: object): Promise<string | undefined> => {
    const result = await runOnServer<{ readonly value: string } | null>(client, command, argument);
    return result?.value;
  };
  const decode: Decode = (text, view, uri) => execute('authlint.decode', { text, view, uri });
  const verify: Verify = (text, key, uri) => execute('authlint.verify', { text, key, uri });
  const startFor = ({ languageId }: TextDocument): void => {
    if (isCheckedLanguage(languageId)) client.start().catch(report);
  };
  context.subscriptions.push(
    channel,
    knowledge,
    ...registerStatus(knowledge),
    registerTokenHover(decode),
    ...registerTokenCommands(decode, verify),
    ...registerWhyCommands(client, knowledge),
    ...registerExplainCommand(client, context),
    ...registerWorkspaceCommands(client),
    registerDiagnosticInfoCommand(knowledge, context),
    registerSampleCommand(context),
    commands.registerCommand('authlint.showLog', () => channel.show()),
    commands.registerCommand('authlint.restart', async () => {
      if (client.isRunning()) await client.stop();
      await client.start().catch(report);
    }),
    workspace.onDidOpenTextDocument(startFor),
  );
  for (const document of workspace.textDocuments) startFor(document);
  return client;
}

function toClientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: CHECKED_LANGUAGES.map((language) => ({ language })),
    outputChannel,
    diagnosticPullOptions: pullOptions,
    middleware: { provideDiagnostics, executeCommand: openDocumentationHere },
    initializationOptions: { fileAccess: true, status: true },
    textSynchronization: { delayOpenNotifications: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
