import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Scanned {
  readonly files: number;
  readonly findings: number;
}

const SHOW = 'Show Problems';

/** The commands that check and fix all files; the server shows how far it is, and the editor what is about to change. */
export function registerWorkspaceCommands(client: BaseLanguageClient): readonly Disposable[] {
  const execute = async <T>(command: string): Promise<T> => {
    await client.start();
    return client.sendRequest<T>('workspace/executeCommand', { command, arguments: [] });
  };
  return [
    commands.registerCommand('authlint.checkAllFiles', async () => {
      const scanned = await execute<Scanned | null>('authlint.scanWorkspace');
      if (scanned === null) return;
      const chosen = await window.showInformationMessage(`authlint: ${toText(scanned)}.`, SHOW);
      if (chosen === SHOW) await commands.executeCommand('workbench.actions.view.problems');
    }),
    commands.registerCommand('authlint.fixAllFiles', () => execute('authlint.fixWorkspace')),
  ];
}

function toText({ files, findings }: Scanned): string {
  if (findings === 0) return 'nothing found in the workspace';
  return `${findings === 1 ? '1 finding' : `${findings} findings`} in ${files === 1 ? '1 file' : `${files} files`}`;
}
