import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension';
import { isCommandFeature } from './serverCommands';

let client: BaseLanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/authlint.js');
  client = activateWith(
    context,
    (options) => new Client('authlint', 'authlint', { module, args: ['--lsp'], transport: TransportKind.ipc }, options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}

class Client extends LanguageClient {
  override registerFeature(feature: Parameters<LanguageClient['registerFeature']>[0]): void {
    if (!isCommandFeature(feature)) super.registerFeature(feature);
  }
}
