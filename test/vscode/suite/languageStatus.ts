import * as vscode from 'vscode';
import { closeAll, open, rulesOf, toUri } from './editor';
import { eventually, eventuallyEqual, match } from './expect';
import { items, told } from './recorded';

const CONFIG = 'authlint.config.json';

describe('the language status', () => {
  afterEach(async () => {
    await vscode.workspace.fs.delete(toUri(CONFIG)).then(undefined, () => undefined);
    await closeAll();
  });

  it('says how many rules looked, what they found, how long it took, and whose settings count', async () => {
    await open('src/client.ts');
    await eventuallyEqual(() => items.get('authlint.settings')?.text, 'Settings of the editor');
    const text = await eventually(
      () => `${items.get('authlint.status')?.text}: ${items.get('authlint.status')?.detail}`,
      (shown) => shown.includes('1 finding'),
    );
    match(text, /^authlint: \d\d rules: 1 finding, \d+\.\d ms/);
  });

  it('says why a document is not checked, and so does the command', async () => {
    await write({ ignore: ['src/client.ts'] });
    const document = await open('src/client.ts');
    await eventuallyEqual(() => items.get('authlint.status')?.text, 'authlint: not checked');
    await eventuallyEqual(() => items.get('authlint.settings')?.text, `Settings of ${CONFIG}`);
    await eventuallyEqual(() => rulesOf(document), []);
    await vscode.commands.executeCommand('authlint.whyNotChecked');
    match(told.at(-1) ?? '', /is not checked\. authlint\.config\.json ignores this file\./);
  });

  it('says what is wrong in a config', async () => {
    await write({ preset: 'loud' });
    await open('src/client.ts');
    await eventuallyEqual(() => items.get('authlint.settings')?.severity, vscode.LanguageStatusSeverity.Error);
    match(items.get('authlint.settings')?.detail ?? '', /^authlint\.config\.json:1: "preset" is "loud"/);
  });
});

async function write(config: object): Promise<void> {
  await vscode.workspace.fs.writeFile(toUri(CONFIG), new TextEncoder().encode(JSON.stringify(config)));
}
