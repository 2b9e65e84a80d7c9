import * as vscode from 'vscode';
import { closeAll, open } from './editor';
import { eventually, match } from './expect';

describe('the commands for a token', () => {
  afterEach(closeAll);

  it('show what is selected in a document that cannot be edited', async () => {
    await selectAll('notes.txt');
    await vscode.commands.executeCommand('authlint.decodeToken');
    const text = await eventually(
      async () => vscode.window.activeTextEditor?.document,
      (document) => document?.uri.scheme === 'authlint-token',
    );
    match(text?.getText() ?? '', /^\*\*JWT · HS256 · expired [\s\S]*"header": \{[\s\S]*Decoded, not verified\.\n$/);
  });

  it('copy the header and the payload', async () => {
    for (const [command, expected] of [
      ['authlint.copyTokenHeader', /"alg": "HS256"/],
      ['authlint.copyTokenPayload', /login\.example/],
    ] as const) {
      await selectAll('notes.txt');
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(command);
      match(await vscode.env.clipboard.readText(), expected);
    }
  });
});

async function selectAll(file: string): Promise<void> {
  const document = await open(file);
  const end = document.positionAt(document.getText().length);
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) editor.selection = new vscode.Selection(new vscode.Position(0, 0), end);
}
