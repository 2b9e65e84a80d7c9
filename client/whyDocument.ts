import { commands, type Disposable, l10n, window } from 'vscode';
import type { Knowledge } from './knowledge';
import { isCheckedLanguage } from './languages';
import { createReadOnlyDocuments } from './readOnlyDocuments';
import type { Server } from './server';
import { toDetail } from './status';

/** The commands that say why the line of the cursor is reported, or is not, and why a document is not checked. */
export function registerWhyCommands(server: Server, knowledge: Knowledge): readonly Disposable[] {
  const documents = createReadOnlyDocuments('authlint-why');
  return [
    documents,
    commands.registerCommand('authlint.whyNotReported', async () => {
      const editor = window.activeTextEditor;
      if (editor === undefined || server.client?.isRunning() !== true) return tellWhyNotChecked(knowledge);
      const line = editor.selection.active.line;
      const uri = editor.document.uri.toString();
      const why = await server.read('authlint.why', { uri, line });
      if (why === undefined) await window.showInformationMessage(l10n.t('authlint: this document is not checked.'));
      else await documents.show(`${l10n.t('line {0}', line + 1)}.txt`, 'plaintext', why);
    }),
    commands.registerCommand('authlint.whyNotChecked', () => tellWhyNotChecked(knowledge)),
  ];
}

async function tellWhyNotChecked(knowledge: Knowledge): Promise<void> {
  await window.showInformationMessage(whyNotChecked(knowledge));
}

function whyNotChecked(knowledge: Knowledge): string {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return l10n.t('authlint: no document is open.');
  const { languageId } = document;
  if (!isCheckedLanguage(languageId)) {
    return l10n.t(
      'authlint: TypeScript, JavaScript, Vue, Svelte, Astro and HTML are checked; the language of this document is {0}.',
      languageId,
    );
  }
  if (knowledge.server === 'failed') return l10n.t('authlint: the server is not running. Its log says why.');
  const status = knowledge.of(document);
  if (status === undefined) return l10n.t('authlint: this document was not checked yet.');
  if (status.skipped !== undefined) return l10n.t('authlint: this document is not checked. {0}', status.skipped);
  return l10n.t('authlint: this document is checked ({0}).', toDetail(status));
}
