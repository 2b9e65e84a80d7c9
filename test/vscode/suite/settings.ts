import * as vscode from 'vscode';
import { closeAll, findingsOf, open, rulesOf, toUri, withSetting, write } from './editor';
import { eventuallyEqual } from './expect';

describe('what a user sets', () => {
  afterEach(closeAll);

  it('counts at once in open files: the severity of a rule', async () => {
    const document = await open('src/client.ts');
    const severities = () => findingsOf(document).map(({ severity }) => severity);
    await eventuallyEqual(severities, ['Error']);
    await withSetting('authlint.rules', { 'token-in-web-storage': 'information' }, async () => {
      await eventuallyEqual(severities, ['Information']);
    });
    await eventuallyEqual(severities, ['Error']);
    await withSetting('authlint.rules', { 'token-in-web-storage': 'off' }, async () => {
      await eventuallyEqual(severities, []);
    });
    await eventuallyEqual(severities, ['Error']);
  });

  it('counts at once in open files: whether anything is checked', async () => {
    const document = await open('src/client.ts');
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
    await withSetting('authlint.enable', false, async () => {
      await eventuallyEqual(() => rulesOf(document), []);
    });
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
  });

  it('is overruled by authlint.config.json, as it comes, changes and goes', async () => {
    const document = await open('src/client.ts');
    const severities = () => findingsOf(document).map(({ severity }) => severity);
    await eventuallyEqual(severities, ['Error']);
    const config = toUri('authlint.config.json');
    const writeSeverity = (severity: string) =>
      write(config, JSON.stringify({ rules: { 'token-in-web-storage': severity } }));
    try {
      await withSetting('authlint.rules', { 'token-in-web-storage': 'information' }, async () => {
        await writeSeverity('warning');
        await eventuallyEqual(severities, ['Warning']);
        await writeSeverity('off');
        await eventuallyEqual(severities, []);
      });
    } finally {
      await vscode.workspace.fs.delete(config);
    }
    await eventuallyEqual(severities, ['Error']);
  });
});
