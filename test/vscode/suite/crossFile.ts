import * as vscode from 'vscode';
import { apply, closeAll, findAction, open, replace, rulesOf, toUri } from './editor';
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

  it('is not known any more once it has another name, until it is imported by that', async () => {
    const login = await open('src/login.ts');
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);
    await rename('src/options.ts', 'src/cookieOptions.ts');
    try {
      await eventuallyEqual(() => rulesOf(login), []);
      await replace(login, './options', './cookieOptions');
      await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);
    } finally {
      await rename('src/cookieOptions.ts', 'src/options.ts');
    }
    await eventuallyEqual(() => rulesOf(login), []);
    await replace(login, './cookieOptions', './options');
    await eventuallyEqual(() => rulesOf(login), ['cookie-missing-httponly']);
  });
});

/** Renames a file as the explorer does. */
async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(toUri(from), toUri(to));
  equal(await vscode.workspace.applyEdit(edit), true);
}
