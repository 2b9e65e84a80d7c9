import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createReadOnlyDocuments } from './readOnlyDocuments';

/** The command that says why the line of the cursor is reported, or is not. */
export function registerWhyCommand(client: BaseLanguageClient): readonly Disposable[] {
  const documents = createReadOnlyDocuments('authlint-why');
  return [
    documents,
    commands.registerCommand('authlint.whyNotReported', async () => {
      const editor = window.activeTextEditor;
      if (editor === undefined || !client.isRunning()) return;
      const line = editor.selection.active.line;
      const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
      const result = await client.sendRequest<{ readonly value: string } | null>('workspace/executeCommand', {
        command: 'authlint.why',
        arguments: [{ uri, line }],
      });
      if (result === null) await window.showInformationMessage('authlint: this document is not checked.');
      else await documents.show(`line ${line + 1}.txt`, 'plaintext', result.value);
    }),
  ];
}
