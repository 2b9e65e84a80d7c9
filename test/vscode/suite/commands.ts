import * as vscode from 'vscode';
import { closeAll, findAction, open, rulesOf } from './editor';
import { equal, eventually, eventuallyEqual, match } from './expect';

describe('commands', () => {
  afterEach(closeAll);

  it('show what is in the selected token, where nobody can edit it', async () => {
    const document = await open('notes.txt');
    const start = document.getText().indexOf('eyJ');
    const end =
      document
        .getText()
        .slice(start)
        .search(/[^\w.-]|$/) + start;
    await select(new vscode.Range(document.positionAt(start), document.positionAt(end)));
    await expectDecoded();
  });

  it('show what is in the token of the clipboard when nothing is selected', async () => {
    const document = await open('src/token.ts');
    const token = /eyJ[\w.-]+/.exec(document.getText())?.[0] ?? '';
    await vscode.env.clipboard.writeText(token);
    if ((await vscode.env.clipboard.readText()) === token) await expectDecoded();
  });

  it('say why a line is reported', async () => {
    const document = await open('src/client.ts');
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
    await select(new vscode.Range(1, 0, 1, 0));
    await vscode.commands.executeCommand('authlint.whyNotReported');
    const shown = await eventually(active, (text) => text.includes('token-in-web-storage'));
    match(shown, /localStorage/);
  });

  it('restart the server, which then finds the same, once', async () => {
    const document = await open('src/client.ts');
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
    await vscode.commands.executeCommand('authlint.restart');
    await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
  });

  it('are all there, those of the palette and those of the server', async () => {
    await open('src/client.ts');
    const { contributes } = vscode.extensions.getExtension('authlint.authlint')?.packageJSON ?? {};
    const declared: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);
    await eventuallyEqual(async () => {
      const known = await vscode.commands.getCommands(true);
      return [...declared, 'authlint.openDocumentation'].filter((command) => !known.includes(command));
    }, []);
  });

  it('open a sample in which something is found', async () => {
    await vscode.commands.executeCommand('authlint.openSample');
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) throw new Error('No document was opened.');
    await eventuallyEqual(
      () => rulesOf(document),
      ['jwt-long-lived', 'cookie-missing-httponly', 'jwt-alg-none', 'token-in-web-storage'],
    );
  });

  it('show the page of a rule, as it reads and not as it is written', async () => {
    await vscode.commands.executeCommand('authlint.explainRule', 'jwt-alg-none');
    await expectPage('jwt-alg-none');
  });

  it('show the page of a finding that a code action opens, inside of the editor', async () => {
    const document = await open('src/client.ts');
    const { command } = await findAction(document, 'token-in-web-storage', /^Open documentation/);
    if (command === undefined) throw new Error('The action has no command.');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await expectPage('token-in-web-storage');
  });
});

/** The page of a rule is the only editor of its group beside what was open, and it is a preview. */
async function expectPage(rule: string): Promise<void> {
  const pageOf = () => vscode.workspace.textDocuments.find(({ uri }) => uri.path === `/${rule}.md`)?.getText() ?? '';
  match(await eventually(pageOf, (text) => text !== ''), new RegExp(`^# ${rule}\\n`));
  await eventuallyEqual(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label, `Preview ${rule}.md`);
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  equal(
    tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === 'authlint-rule'),
    [],
  );
}

async function expectDecoded(): Promise<void> {
  await vscode.commands.executeCommand('authlint.decodeToken');
  const shown = await eventually(active, (text) => text.includes('JWT'));
  match(shown, /JWT · HS256 · expired .* ago/);
  match(shown, /Decoded, not verified/);
  await vscode.commands.executeCommand('type', { text: 'x' });
  equal(active(), shown);
}

function active(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

async function select({ start, end }: vscode.Range): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) throw new Error('No editor is active.');
  editor.selection = new vscode.Selection(start, end);
}
