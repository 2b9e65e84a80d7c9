import * as vscode from 'vscode';
import { closeAll, rulesIn, toUri } from './editor';
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

  it('are mended on request, as far as the user ticks what is shown', async () => {
    const fixing = vscode.commands.executeCommand('authlint.fixAllFiles');
    // The preview shows each fix unticked: here the first file is ticked.
    await repeatUntilDone(['list.focusFirst', 'refactorPreview.toggleCheckedState', 'refactorPreview.apply'], fixing);
    const textOf = async (file: string) => (await vscode.workspace.openTextDocument(toUri(file))).getText();
    match(
      await eventually(
        () => textOf('src/options.ts'),
        (text) => text.includes('httpOnly'),
      ),
      /^ {2}httpOnly: true,$/m,
    );
    match(await textOf('src/unopened.ts'), /\['HS256', 'none'\]/);
  });
});

/** What waits for the user goes on when these commands are run, which do nothing before. */
async function repeatUntilDone(commands: readonly string[], waiting: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = waiting.then(() => {
    isDone = true;
  });
  await eventually(
    async () => {
      for (const command of commands) await vscode.commands.executeCommand(command);
      return isDone;
    },
    (value) => value,
  );
  await done;
}
