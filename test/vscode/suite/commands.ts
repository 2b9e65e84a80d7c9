import * as vscode from 'vscode';
import { closeAll, open, rulesOf } from './editor';
import { eventually, eventuallyEqual, match } from './expect';

describe('the commands', () => {
  afterEach(closeAll);

  it('are all there, those of the palette and those of the server', async () => {
    await open('src/client.ts');
    const { contributes } = vscode.extensions.getExtension('authlint.authlint')?.packageJSON ?? {};
    const declared: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);
    await eventuallyEqual(async () => {
      const known = await vscode.commands.getCommands(true);
      return [...declared, 'authlint.openDocumentation'].filter((command) => !known.includes(command));
    }, []);
  });

  it('open a sample in which something is found', async () => {
    await vscode.commands.executeCommand('authlint.openSample');
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) throw new Error('No document was opened.');
    await eventuallyEqual(
      () => rulesOf(document),
      ['jwt-long-lived', 'cookie-missing-httponly', 'jwt-alg-none', 'token-in-web-storage'],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('show the page of a rule', async () => {
    await vscode.commands.executeCommand('authlint.explainRule', 'jwt-alg-none');
    const shown = await eventually(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'authlint-rule')?.getText() ?? '',
      (text) => text !== '',
    );
    match(shown, /^# jwt-alg-none\n/);
  });
});
