import * as vscode from 'vscode';
import {
  closeAll,
  findingsOf,
  open,
  relatedOf,
  repeatUntilDone,
  replace,
  rulesIn,
  rulesOf,
  toUri,
  write,
} from './editor';
import { equal, eventuallyEqual } from './expect';

/** Paths begin in the first of the folders. */
describe('several folders', () => {
  afterEach(closeAll);

  it('are what this workspace has', () => {
    equal(foldersNow(), ['shop', 'admin']);
  });

  it('have their own settings, over those of the workspace', async () => {
    await expectSeverity('../shop/src/client.ts', 'Warning');
    await expectSeverity('../admin/src/client.ts', 'Information');
  });

  it('have the nearest config of each file, over all settings, as it changes', async () => {
    await expectSeverity('../admin/billing/legacy/client.ts', 'none');
    await expectSeverity('../admin/billing/client.ts', 'Error');
    const config = toUri('../admin/billing/authlint.config.json');
    const before = await vscode.workspace.fs.readFile(config);
    try {
      await write(config, '{ "rules": { "token-in-web-storage": "warning" } }');
      await expectSeverity('../admin/billing/client.ts', 'Warning');
    } finally {
      await vscode.workspace.fs.writeFile(config, before);
    }
    await expectSeverity('../admin/billing/client.ts', 'Error');
  });

  it('may import from each other', async () => {
    const options = await open('src/options.ts');
    const login = await open('../admin/src/login.ts');
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);
    await eventuallyEqual(() => relatedOf(login), [['options.ts', '3:45-6:2']]);
    await replace(options, 'secure: true', 'secure: true,\n  httpOnly: true');
    await eventuallyEqual(() => rulesOf(login), []);
  });

  it('come and go, with their settings', async () => {
    await expectSeverity('../tools/src/client.ts', 'Warning');
    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: toUri('../tools') });
    await eventuallyEqual(foldersNow, ['shop', 'admin', 'tools']);
    await expectSeverity('../tools/src/client.ts', 'none');
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await eventuallyEqual(foldersNow, ['shop', 'admin']);
    await expectSeverity('../tools/src/client.ts', 'Warning');
  });

  it('are all checked on request, and nothing else', async () => {
    const files = ['shop/src', 'admin/billing', 'admin/billing/legacy', 'tools/src'].map(
      (at) => `../${at}/unopened.ts`,
    );
    const checking = vscode.commands.executeCommand('authlint.checkAllFiles');
    await eventuallyEqual(() => files.map(rulesIn), [['token-in-web-storage'], ['token-in-web-storage'], [], []]);
    // It says what was found, and waits until that was read.
    await repeatUntilDone(['notifications.clearAll'], checking);
  });
});

function foldersNow(): readonly string[] {
  return vscode.workspace.workspaceFolders?.map(({ name }) => name) ?? [];
}

/** Opens a file, and waits until the one finding that it may have is as severe as that. */
async function expectSeverity(file: string, severity: string): Promise<void> {
  const document = await open(file);
  await eventuallyEqual(() => findingsOf(document)[0]?.severity ?? 'none', severity);
}
