import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension';
import type { Server } from './server';

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/authlint.js');
  server = activateWith(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(
      'authlint',
      'authlint',
      { module, args: ['--lsp'], transport: TransportKind.ipc },
      options,
    );
  });
}

export function deactivate(): Promise<void> | undefined {
  return server?.dispose();
}
