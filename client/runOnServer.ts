import type { BaseLanguageClient } from 'vscode-languageclient';

/** Asks the server to run a command of its own; starts it where it was not needed yet. */
export function runOnServer<T>(client: BaseLanguageClient, command: string, ...given: readonly object[]): Promise<T> {
  return client.sendRequest<T>('workspace/executeCommand', { command, arguments: given });
}
