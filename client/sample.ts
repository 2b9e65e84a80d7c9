import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';

/** The command that opens the walkthrough's sample, as a new document: it may be changed, and no file holds it. */
export function registerSampleCommand({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('authlint.openSample', async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'media/walkthrough/sample.ts'));
    const content = new TextDecoder().decode(bytes);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'typescript', content }));
  });
}
