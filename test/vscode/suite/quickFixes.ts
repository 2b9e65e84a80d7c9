import * as vscode from 'vscode';
import { apply, closeAll, findAction, open, rulesOf } from './editor';
import { equal, eventuallyEqual, match } from './expect';

describe('quick fixes', () => {
  afterEach(closeAll);

  it('remove the write to localStorage, and with it the finding', async () => {
    const document = await open('src/client.ts');
    await apply(await findAction(document, 'token-in-web-storage', /remove/i));
    equal(document.getText().includes('localStorage'), false);
    await eventuallyEqual(() => rulesOf(document), []);
  });

  it('of one file all run by source.fixAll.authlint, as on save', async () => {
    const document = await open('src/verify.ts');
    await eventuallyEqual(() => rulesOf(document), ['jwt-alg-none']);
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'source.fixAll.authlint',
      apply: 'first',
    });
    await eventuallyEqual(() => rulesOf(document), []);
    match(document.getText(), /\{ algorithms: \['HS256'\] \}/);
  });
});
