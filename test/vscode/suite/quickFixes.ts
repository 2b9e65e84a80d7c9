import * as vscode from 'vscode';
import { apply, closeAll, findAction, open, replace, rulesOf, withSetting, write } from './editor';
import { equal, eventually, eventuallyEqual, match } from './expect';

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

  it('of one file all run when it is saved, where the user asked for that', async () => {
    const document = await open('src/verify.ts');
    const before = document.getText();
    await eventuallyEqual(() => rulesOf(document), ['jwt-alg-none']);
    try {
      await withSetting('editor.codeActionsOnSave', { 'source.fixAll.authlint': 'explicit' }, async () => {
        // An editor saves without them when they take too long.
        const save = async () => {
          await replace(document, 'export', '// Saved.\nexport');
          await document.save();
          return new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
        };
        match(await eventually(save, (text) => !text.includes('none')), /\{ algorithms: \['HS256'\] \}/);
      });
      await eventuallyEqual(() => rulesOf(document), []);
    } finally {
      await write(document.uri, before);
    }
  });

  it('begin with what mends all that one cookie lacks', async () => {
    const document = await open('src/login.ts');
    const options = await open('src/options.ts');
    await replace(options, "  sameSite: 'lax',\n", '');
    await vscode.window.showTextDocument(document);
    await eventuallyEqual(() => rulesOf(document), ['cookie-missing-httponly', 'cookie-missing-samesite']);
    const action = await findAction(document, 'cookie-missing-httponly', /all missing/);
    equal(action.isPreferred, true);
    await apply(action);
    match(options.getText(), /httpOnly: true/);
    match(options.getText(), /sameSite: 'lax'/);
    await eventuallyEqual(() => rulesOf(document), []);
  });

  it('let the user pick where several values may be right', async () => {
    const document = await open('src/verify.ts');
    await replace(document, ", { algorithms: ['HS256', 'none'] }", '');
    await apply(await findAction(document, 'jwt-missing-algorithms', /accepted algorithms/));
    await eventually(
      () => document.getText(),
      (text) => text.includes("{ algorithms: ['RS256'] }"),
    );
    // The list that is open now holds the other ones.
    await vscode.commands.executeCommand('selectNextSuggestion');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await eventually(
      () => document.getText(),
      (text) => text.includes("{ algorithms: ['ES256'] }"),
    );
    await eventuallyEqual(() => rulesOf(document), []);
  });

  it('mend all findings of one rule', async () => {
    const document = await open('src/verify.ts');
    await replace(
      document,
      '  return jwt',
      "  jwt.verify(token, key, { algorithms: ['none', 'HS512'] });\n  return jwt",
    );
    await eventuallyEqual(() => rulesOf(document), ['jwt-alg-none', 'jwt-alg-none']);
    await apply(await findAction(document, 'jwt-alg-none', /^Fix all `jwt-alg-none`/));
    await eventuallyEqual(() => rulesOf(document), []);
    match(document.getText(), /\['HS512'\][\s\S]*\['HS256'\]/);
  });

  it('silence a finding for a reason that the user types', async () => {
    const document = await open('src/client.ts');
    await apply(await findAction(document, 'token-in-web-storage', /^Disable/));
    await eventually(
      () => document.getText(),
      (text) => text.includes('authlint-disable-next-line'),
    );
    await vscode.commands.executeCommand('type', { text: 'nobody signs in here' });
    match(document.getText(), /^ {2}\/\/ authlint-disable-next-line token-in-web-storage -- nobody signs in here$/m);
    await eventuallyEqual(() => rulesOf(document), []);
  });
});
