import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension';

let client: BaseLanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/authlint.js');
  client = activateWith(
    context,
    (options) =>
      new LanguageClient('authlint', 'authlint', { module, args: ['--lsp'], transport: TransportKind.ipc }, options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}
