import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension';

let client: BaseLanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  client = activateWith(
    context,
    (options) => new LanguageClient('authlint', 'authlint', () => Promise.resolve(new Worker(script)), options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}
