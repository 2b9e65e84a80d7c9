import { commands, type Disposable, l10n, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Commands of the server that the palette offers, and what says there that the server has them. */
const OFFERED: ReadonlyMap<string, string> = new Map([
  ['authlint.scanWorkspace', 'authlint.scansWorkspace'],
  ['authlint.fixWorkspace', 'authlint.fixesWorkspace'],
]);

/**
 * Whether a feature of the client makes commands of the server's. It does so only while the server runs, and those that
 * the palette offers have to start it.
 */
export function isCommandFeature(feature: Parameters<BaseLanguageClient['registerFeature']>[0]): boolean {
  return 'registrationType' in feature && feature.registrationType.method === 'workspace/executeCommand';
}

/** Asks the server to run a command of its own; starts it where it does not run. */
export function runOnServer<T>(client: BaseLanguageClient, command: string, ...given: readonly unknown[]): Promise<T> {
  return client.sendRequest<T>('workspace/executeCommand', { command, arguments: given });
}

/** Makes commands of the editor of those that the server has. */
export function registerServerCommands(client: BaseLanguageClient): Disposable {
  const running: Disposable[] = [];
  const stop = (): void => {
    for (const one of running.splice(0)) one.dispose();
  };
  const known = (): readonly string[] => client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  const offered = Array.from(OFFERED.keys(), (command) =>
    commands.registerCommand(command, async (...given: readonly unknown[]) => {
      await client.start();
      if (known().includes(command)) return runOnServer(client, command, ...given);
      return window.showInformationMessage(l10n.t('authlint: the server does not know this command.'));
    }),
  );
  const following = client.onDidChangeState(({ newState }) => {
    stop();
    if (newState !== State.Running) return;
    for (const command of known()) {
      const context = OFFERED.get(command);
      if (context !== undefined) commands.executeCommand('setContext', context, true);
      else running.push(commands.registerCommand(command, (...given) => runOnServer(client, command, ...given)));
    }
  });
  return {
    dispose() {
      for (const one of [...offered, following]) one.dispose();
      stop();
    },
  };
}
