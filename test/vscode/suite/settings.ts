import * as vscode from 'vscode';
import { closeAll, open, rulesOf, toUri } from './editor';
import { equal, eventually, eventuallyEqual } from './expect';

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('authlint').update(name, value, vscode.ConfigurationTarget.Workspace);

describe('the settings', () => {
  afterEach(async () => {
    for (const name of ['run', 'hover.everywhere']) await set(name, undefined);
    await closeAll();
  });

  it('let a document wait until it is saved', async () => {
    const uri = toUri('src/client.ts');
    const before = await vscode.workspace.fs.readFile(uri);
    await set('run', 'onSave');
    const document = await open('src/client.ts');
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.delete(uri, document.lineAt(1).range);
      await vscode.workspace.applyEdit(edit);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      equal(rulesOf(document), ['token-in-web-storage']);
      await document.save();
      await eventuallyEqual(() => rulesOf(document), []);
    } finally {
      await vscode.workspace.fs.writeFile(uri, before);
    }
  });

  it('keep tokens of files that are not checked from being explained', async () => {
    await set('hover.everywhere', false);
    const document = await open('.env');
    const position = document.positionAt(document.getText().indexOf('eyJ') + 1);
    const hovers = () =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    equal((await hovers()).length, 0);
    await set('hover.everywhere', undefined);
    await eventually(hovers, (found) => found.length > 0);
  });

  it('of authlint.config.json have a schema', async function () {
    // The extension that reads schemas comes with every VS Code; what serves this one to the web host does not have it.
    if (vscode.extensions.getExtension('vscode.json-language-features') === undefined) return;
    const uri = toUri('authlint.config.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{\n  // Why.\n  "preset": "loud",\n}\n'));
    try {
      const document = await open('authlint.config.json');
      equal(document.languageId, 'jsonc');
      const said = await eventually(
        () => vscode.languages.getDiagnostics(uri).map(({ message }) => message),
        (messages) => messages.length > 0,
      );
      equal(said.length, 1);
      equal(/"recommended".*"strict"/.test(said[0] ?? ''), true);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});
