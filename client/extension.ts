import { commands, type ExtensionContext, l10n, window } from 'vscode';
import type { Connect } from './connection';
import { registerDiagnosticInfoCommand } from './diagnosticInfo';
import { registerExplainCommand } from './explainRule';
import { gatherKnowledge } from './knowledge';
import { redactingChannel } from './redaction';
import { registerSampleCommand } from './sample';
import { createServer, type Server } from './server';
import { startWhenNeeded } from './starting';
import { registerStatus } from './status';
import { registerTokenCommands } from './tokenDocument';
import { registerTokenHover } from './tokenHover';
import { createTokenReader } from './tokenReader';
import { registerWhyCommands } from './whyDocument';
import { registerWorkspaceCommands } from './workspaceCommands';

/** What VS Code calls. */
export interface Extension {
  activate(context: ExtensionContext): void;
  deactivate(): Promise<void> | undefined;
}

/** What both hosts do; `loadConnect` gives what differs. */
export function createExtension(loadConnect: () => Promise<Connect>): Extension {
  let server: Server | undefined;
  return {
    activate(context) {
      const channel = redactingChannel(window.createOutputChannel('authlint', { log: true }));
      const knowledge = gatherKnowledge();
      server = createServer(async () => (await loadConnect())({ context, channel, knowledge }));
      const tokens = createTokenReader(server);
      const report = (error: unknown): void => channel.error(l10n.t('The server did not start: {0}', String(error)));
      context.subscriptions.push(
        channel,
        knowledge,
        ...registerStatus(knowledge),
        registerTokenHover(tokens),
        ...registerTokenCommands(tokens),
        ...registerWhyCommands(server, knowledge),
        ...registerExplainCommand(server, context),
        ...registerWorkspaceCommands(server),
        registerDiagnosticInfoCommand(knowledge, context),
        registerSampleCommand(context),
        commands.registerCommand('authlint.showLog', () => channel.show()),
        ...startWhenNeeded(server, report),
      );
    },
    deactivate: () => server?.dispose(),
  };
}
