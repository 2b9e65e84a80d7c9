import * as vscode from 'vscode';
import { closeAll, findingsOf, hoverAt, hoversAt, open, replace, rulesOf, toUri, withSetting, write } from './editor';
import { eventuallyEqual, staysEqual } from './expect';

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

  it('counts at once in open files: how long tokens may live', async () => {
    const document = await open('src/sign.ts');
    await eventuallyEqual(() => rulesOf(document), []);
    await withSetting('authlint.policy.maxAccessTokenLifetime', '10m', async () => {
      await eventuallyEqual(() => rulesOf(document), ['jwt-long-lived']);
    });
    await eventuallyEqual(() => rulesOf(document), []);
  });

  it('decides when a document is checked: also only when it is saved', async () => {
    const document = await open('src/client.ts');
    const before = document.getText();
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
    try {
      await withSetting('authlint.run', 'onSave', async () => {
        await replace(document, "localStorage.setItem('token', token);", '');
        await staysEqual(() => rulesOf(document), ['token-in-web-storage']);
        await document.save();
        await eventuallyEqual(() => rulesOf(document), []);
      });
    } finally {
      await write(document.uri, before);
    }
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
  });

  it('decides where tokens are explained: also only in files that are checked', async () => {
    const notes = await open('notes.txt');
    await hoverAt(notes, 'eyJ');
    await withSetting('authlint.hover.everywhere', false, async () => {
      await eventuallyEqual(() => hoversAt(notes, 'eyJ'), '');
      await hoverAt(await open('src/token.ts'), 'eyJ');
    });
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
