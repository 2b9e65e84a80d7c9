import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { answerFileRequests } from './fileAccess';
import { CHECKED_LANGUAGES, isCheckedLanguage } from './languages';
import { redactingChannel } from './redaction';
import { registerStatus } from './status';
import { registerTokenCommands, type Verify } from './tokenDocument';
import { type Decode, registerTokenHover } from './tokenHover';
import { registerWhyCommand } from './whyDocument';
import { registerWorkspaceCommands } from './workspaceCommands';

/** Makes the client of one host: a server in a process of its own, or in a web worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both hosts do. The server starts with the first document that it checks, or the first token to decode. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): BaseLanguageClient {
  const channel = window.createOutputChannel('authlint', { log: true });
  const client = createClient(toClientOptions(redactingChannel(channel)));
  answerFileRequests(client);

  const execute = async (command: string, argument: object): Promise<string | undefined> => {
    const result = await client.sendRequest<{ readonly value: string } | null>('workspace/executeCommand', {
      command,
      arguments: [argument],
    });
    return result?.value;
  };
  const decode: Decode = (text, view, uri) => execute('authlint.decode', { text, view, uri });
  const verify: Verify = (text, key, uri) => execute('authlint.verify', { text, key, uri });
  const startFor = (document: TextDocument): void => {
    if (isCheckedLanguage(document.languageId)) {
      client.start().catch((error: unknown) => channel.error(`The server did not start: ${String(error)}`));
    }
  };
  context.subscriptions.push(
    channel,
    ...registerStatus(client),
    registerTokenHover(decode),
    ...registerTokenCommands(decode, verify),
    ...registerWhyCommand(client),
    ...registerWorkspaceCommands(client),
    commands.registerCommand('authlint.restart', async () => {
      if (client.isRunning()) await client.stop();
      await client.start();
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
    diagnosticPullOptions: { onChange: true, onFocus: true },
    initializationOptions: { fileAccess: true, status: true },
    textSynchronization: { delayOpenNotifications: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
