import { commands, type Disposable, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { runOnServer } from './runOnServer';
import { toFindings } from './status';

interface Scanned {
  readonly files: number;
  readonly findings: number;
}

/** The commands that check and fix all files; the server shows how far it is, and the editor what is about to change. */
export function registerWorkspaceCommands(client: BaseLanguageClient): readonly Disposable[] {
  const execute = async <T>(command: string): Promise<T> => {
    await client.start();
    return runOnServer<T>(client, command);
  };
  return [
    commands.registerCommand('authlint.checkAllFiles', async () => {
      const scanned = await execute<Scanned | null>('authlint.scanWorkspace');
      if (scanned === null) return;
      const show = l10n.t('Show Problems');
      const chosen = await window.showInformationMessage(toText(scanned), show);
      if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
    }),
    commands.registerCommand('authlint.fixAllFiles', () => execute('authlint.fixWorkspace')),
  ];
}

function toText({ files, findings }: Scanned): string {
  if (findings === 0) return l10n.t('authlint: nothing found in the workspace.');
  const found = toFindings(findings);
  return files === 1 ? l10n.t('authlint: {0} in 1 file.', found) : l10n.t('authlint: {0} in {1} files.', found, files);
}
