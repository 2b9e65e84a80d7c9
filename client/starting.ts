import { commands, type Disposable, type TextDocument, workspace } from 'vscode';
import { isCheckedLanguage } from './languages';
import type { Server } from './server';

/** Starts the server with the first document that it checks, and again when the user asks for that. */
export function startWhenNeeded(server: Server, report: (error: unknown) => void): readonly Disposable[] {
  const startFor = ({ languageId }: TextDocument): void => {
    if (isCheckedLanguage(languageId)) server.start().catch(report);
  };
  // Other extensions wait until this one is active: they need not wait for its connection to be loaded.
  const soon = setTimeout(() => workspace.textDocuments.forEach(startFor));
  return [
    { dispose: () => clearTimeout(soon) },
    workspace.onDidOpenTextDocument(startFor),
    commands.registerCommand('authlint.restart', async () => {
      if (server.client?.isRunning()) await server.client.stop();
      await server.start().catch(report);
    }),
  ];
}
