import { commands, type Disposable, env, languages, Uri, window, workspace } from 'vscode';
import type { Decode } from './tokenHover';

const SCHEME = 'authlint-token';

/** The command that shows the token of the selection, or of the clipboard, in a read-only document. */
export function registerDecodeCommand(decode: Decode): readonly Disposable[] {
  const contents = new Map<string, string>();
  let opened = 0;

  const show = async (markdown: string): Promise<void> => {
    opened += 1;
    const uri = Uri.from({ scheme: SCHEME, path: `/${opened}.md` });
    contents.set(uri.path, markdown);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'markdown'), { preview: true });
  };

  return [
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => contents.get(path),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) contents.delete(uri.path);
    }),
    commands.registerCommand('authlint.decodeToken', async () => {
      const markdown = await decode(selectedText() || (await env.clipboard.readText()));
      if (markdown === undefined) {
        await window.showInformationMessage('authlint: neither the selection nor the clipboard holds a token.');
      } else {
        await show(markdown);
      }
    }),
  ];
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}
