import * as vscode from 'vscode';
import { closeAll, repeatUntilDone, rulesIn, toUri } from './editor';
import { equal, eventually, eventuallyEqual, match } from './expect';

describe('all files of the workspace', () => {
  afterEach(closeAll);

  // What was asked for is forgotten with the server.
  after(() => vscode.commands.executeCommand('authlint.restart'));

  it('are checked on request, those that are not open too', async () => {
    equal(rulesIn('src/unopened.ts'), []);
    const checking = vscode.commands.executeCommand('authlint.checkAllFiles');
    await eventuallyEqual(() => rulesIn('src/unopened.ts'), ['jwt-alg-none']);
    // It says what was found, and waits until that was read.
    await repeatUntilDone(['notifications.clearAll'], checking);
  });

  it('are mended on request, at once', async () => {
    await vscode.commands.executeCommand('authlint.fixAllFiles');
    await expectFixed();
  });

  it('are mended as they are shown, where the user wants to see it before', async () => {
    const fixing = vscode.commands.executeCommand('authlint.previewFixes');
    // What is safe is ticked: nothing is left to do but to apply it.
    await repeatUntilDone(['refactorPreview.apply'], fixing);
    await expectFixed();
  });

  it('stay as they are when what is shown is discarded', async () => {
    const fixing = vscode.commands.executeCommand('authlint.previewFixes');
    await repeatUntilDone(['refactorPreview.discard'], fixing);
    match(await textOf('src/options.ts'), /^(?![\s\S]*httpOnly: true)/);
    match(await textOf('src/unopened.ts'), /\['HS256', 'none'\]/);
  });
});

async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(toUri(file))).getText();
}

async function expectFixed(): Promise<void> {
  await eventually(
    () => textOf('src/options.ts'),
    (text) => /^ {2}httpOnly: true,$/m.test(text),
  );
  await eventually(
    () => textOf('src/unopened.ts'),
    (text) => text.includes("['HS256']"),
  );
}
