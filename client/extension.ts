import { commands, type ExtensionContext, l10n, type TextDocument, window, workspace } from 'vscode';
import type { CreateClient } from './connection';
import { registerDiagnosticInfoCommand } from './diagnosticInfo';
import { gatherKnowledge } from './documentStatus';
import { registerExplainCommand } from './explainRule';
import { isCheckedLanguage } from './languages';
import { redactingChannel } from './redaction';
import { registerSampleCommand } from './sample';
import { createServer, type Server } from './server';
import { registerStatus } from './status';
import { registerTokenCommands, type Verify } from './tokenDocument';
import { type Decode, registerTokenHover } from './tokenHover';
import { registerWhyCommands } from './whyDocument';
import { registerWorkspaceCommands } from './workspaceCommands';

/** What both hosts do. The server starts with the first document that it checks, or the first token to decode. */
export function activateWith(context: ExtensionContext, createClient: CreateClient): Server {
  const channel = redactingChannel(window.createOutputChannel('authlint', { log: true }));
  const knowledge = gatherKnowledge();
  const { version } = context.extension.packageJSON;
  const server = createServer(async () => {
    const { connect } = await import('./connection');
    return connect(createClient, channel, knowledge, version);
  });

  const report = (error: unknown): void => channel.error(l10n.t('The server did not start: {0}', String(error)));
  const execute = async (command: string, argument: object): Promise<string | undefined> => {
    const result = await server.run<{ readonly value: string } | null>(command, argument);
    return result?.value;
  };
  const decode: Decode = (text, view, uri) => execute('authlint.decode', { text, view, uri });
  const verify: Verify = (text, key, uri) => execute('authlint.verify', { text, key, uri });
  const startFor = ({ languageId }: TextDocument): void => {
    if (isCheckedLanguage(languageId)) server.start().catch(report);
  };
  context.subscriptions.push(
    channel,
    knowledge,
    ...registerStatus(knowledge),
    registerTokenHover(decode),
    ...registerTokenCommands(decode, verify),
    ...registerWhyCommands(server, knowledge),
    ...registerExplainCommand(server, context),
    ...registerWorkspaceCommands(server),
    registerDiagnosticInfoCommand(knowledge, context),
    registerSampleCommand(context),
    commands.registerCommand('authlint.showLog', () => channel.show()),
    commands.registerCommand('authlint.restart', async () => {
      if (server.client?.isRunning()) await server.client.stop();
      await server.start().catch(report);
    }),
    workspace.onDidOpenTextDocument(startFor),
  );
  for (const document of workspace.textDocuments) startFor(document);
  return server;
}
