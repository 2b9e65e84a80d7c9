import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateWith } from './extension';

let client: BaseLanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  client = activateWith(
    context,
    (options) => new LanguageClient('authlint', 'authlint', () => Promise.resolve(startWorker(script)), options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}

/** VS Code's web host makes workers that are no `instanceof Worker`, so the client cannot take one as it is. */
function startWorker(script: string): MessageTransports {
  const worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
