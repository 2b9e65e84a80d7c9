import { commands, type Disposable, env, l10n, window } from 'vscode';
import { createReadOnlyDocuments, type ReadOnlyDocuments } from './readOnlyDocuments';
import type { TokenReader } from './tokenReader';
import { askForKey } from './verificationKey';

/** Of a longer selection, this much is searched for a token. */
const LONGEST_TEXT = 1_000_000;

/** The commands for the token of the selection or, where nothing is selected, of the clipboard. */
export function registerTokenCommands(tokens: TokenReader): readonly Disposable[] {
  const documents = createReadOnlyDocuments('authlint-token');
  return [
    documents,
    commands.registerCommand('authlint.decodeToken', async () => {
      const { text, uri } = await findGiven();
      await showOrTell(documents, await tokens.decode(text, 'document', uri));
    }),
    commands.registerCommand('authlint.verifyToken', async () => {
      const { text, uri } = await findGiven();
      // A key that cannot be of use is not asked for.
      if ((await tokens.decode(text, 'header', uri)) === undefined) return tellThatThereIsNone();
      const key = await askForKey();
      if (key !== undefined) await showOrTell(documents, await tokens.verify(text, key, uri));
    }),
    commands.registerCommand('authlint.copyTokenHeader', () => copy(tokens, 'header')),
    commands.registerCommand('authlint.copyTokenPayload', () => copy(tokens, 'payload')),
  ];
}

async function copy(tokens: TokenReader, view: 'header' | 'payload'): Promise<void> {
  const { text, uri } = await findGiven();
  const value = await tokens.decode(text, view, uri);
  if (value !== undefined) {
    await env.clipboard.writeText(value);
    window.setStatusBarMessage(
      view === 'header'
        ? l10n.t('authlint: the header of the token is copied')
        : l10n.t('authlint: the payload of the token is copied'),
      3000,
    );
  } else if ((await tokens.decode(text, 'header', uri)) === undefined) {
    await tellThatThereIsNone();
  } else {
    await window.showInformationMessage(l10n.t('authlint: no payload of this token can be read.'));
  }
}

async function showOrTell(documents: ReadOnlyDocuments, markdown: string | undefined): Promise<void> {
  if (markdown === undefined) await tellThatThereIsNone();
  else await documents.show(`${l10n.t('token')}.md`, 'markdown', markdown);
}

async function tellThatThereIsNone(): Promise<void> {
  await window.showInformationMessage(l10n.t('authlint: neither the selection nor the clipboard holds a token.'));
}

async function findGiven(): Promise<{ readonly text: string; readonly uri: string | undefined }> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const text = selected || (await env.clipboard.readText());
  return { text: text.slice(0, LONGEST_TEXT), uri: editor?.document.uri.toString() };
}
