import * as vscode from 'vscode';
import { apply, closeAll, findAction, open, rulesOf } from './editor';
import { equal, eventuallyEqual, match } from './expect';

describe('an options object in another file', () => {
  afterEach(closeAll);

  it('decides what is found where it is used, while it is being edited', async () => {
    const options = await open('src/options.ts');
    const login = await open('src/login.ts');
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);

    await replace(options, 'secure: true', 'secure: true,\n  httpOnly: true');
    await eventuallyEqual(() => rulesOf(login), []);

    await replace(options, "sameSite: 'lax'", "sameSite: 'none'");
    await replace(options, 'secure: true', 'secure: false');
    await eventuallyEqual(() => rulesOf(login), ['cookie-samesite-none']);
  });

  it('is where the quick fix writes', async () => {
    const login = await open('src/login.ts');
    await apply(await findAction(login, 'cookie-missing-httponly', /httpOnly/i));
    const options = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(login.uri, '../options.ts'));
    match(options.getText(), /httpOnly: true/);
    equal(login.isDirty, false);
    await eventuallyEqual(() => rulesOf(login), []);
  });
});

async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after);
  await vscode.workspace.applyEdit(edit);
}
