import { commands, type Disposable, env, l10n, window } from 'vscode';
import { createReadOnlyDocuments } from './readOnlyDocuments';
import type { Decode } from './tokenHover';

/** The command that shows the token of the selection, or of the clipboard, in a read-only document. */
export function registerDecodeCommand(decode: Decode): readonly Disposable[] {
  const documents = createReadOnlyDocuments('authlint-token');
  return [
    documents,
    commands.registerCommand('authlint.decodeToken', async () => {
      const markdown = await decode(selectedText() || (await env.clipboard.readText()));
      if (markdown === undefined) {
        await window.showInformationMessage(l10n.t('authlint: neither the selection nor the clipboard holds a token.'));
      } else {
        await documents.show(`${l10n.t('token')}.md`, 'markdown', markdown);
      }
    }),
  ];
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}
