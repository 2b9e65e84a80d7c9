import { type ExtensionContext, Uri } from 'vscode';
import { activateWith } from './extension';
import type { Server } from './server';

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  server = activateWith(context, async (options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    return new LanguageClient(
      'authlint',
      'authlint',
      async () => {
        // VS Code's web host makes workers that are no `instanceof Worker`, so the client cannot take one as it is.
        const worker = new Worker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      },
      options,
    );
  });
}

export function deactivate(): Promise<void> | undefined {
  return server?.dispose();
}
