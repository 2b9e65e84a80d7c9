import { commands, type Disposable, l10n, window } from 'vscode';
import type { Server } from './server';
import { toFindings } from './status';

interface Fixed {
  readonly applied: boolean;
  readonly fixes: number;
}

interface Scanned {
  readonly files: number;
  readonly findings: number;
}

/** The commands that check and fix all files; the server shows how far it is, and the editor, on request, what is about to change. */
export function registerWorkspaceCommands(server: Server): readonly Disposable[] {
  const execute = async <T>(command: string, ...given: readonly object[]): Promise<T> => {
    await server.start();
    return server.run<T>(command, ...given);
  };
  return [
    commands.registerCommand('authlint.checkAllFiles', async () => {
      const scanned = await execute<Scanned | null>('authlint.scanWorkspace');
      if (scanned === null) return;
      const show = l10n.t('Show Problems');
      const chosen = await window.showInformationMessage(toText(scanned), show);
      if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
    }),
    commands.registerCommand('authlint.fixAllFiles', async () => {
      const fixed = await execute<Fixed | null>('authlint.fixWorkspace');
      if (fixed?.applied === true) window.setStatusBarMessage(toFixed(fixed), 10_000);
    }),
    commands.registerCommand('authlint.previewFixes', () => execute('authlint.fixWorkspace', { preview: true })),
  ];
}

function toText({ files, findings }: Scanned): string {
  if (findings === 0) return l10n.t('authlint: nothing found in the workspace.');
  const found = toFindings(findings);
  return files === 1 ? l10n.t('authlint: {0} in 1 file.', found) : l10n.t('authlint: {0} in {1} files.', found, files);
}

function toFixed({ fixes }: Fixed): string {
  return fixes === 1
    ? l10n.t('authlint: 1 fix applied, not saved yet')
    : l10n.t('authlint: {0} fixes applied, not saved yet', fixes);
}
