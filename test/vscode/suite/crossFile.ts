import * as vscode from 'vscode';
import { apply, closeAll, findAction, open, rulesOf, toUri } from './editor';
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

  it('decides also when another program writes it', async () => {
    const login = await open('src/login.ts');
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);

    const options = toUri('src/options.ts');
    const before = await vscode.workspace.fs.readFile(options);
    const text = new TextDecoder().decode(before).replace('secure: true', 'secure: true,\n  httpOnly: true');
    await vscode.workspace.fs.writeFile(options, new TextEncoder().encode(text));
    await eventuallyEqual(() => rulesOf(login), []);

    await vscode.workspace.fs.writeFile(options, before);
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);
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
