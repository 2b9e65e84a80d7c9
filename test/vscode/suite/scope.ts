import * as vscode from 'vscode';
import { closeAll, open, replace, rulesOf, toUri, withSetting, write } from './editor';
import { eventuallyEqual, staysEqual } from './expect';

/** What is used of the interface of VS Code's Git extension. */
interface Git {
  init(root: vscode.Uri): Promise<Repository>;
}

interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
}

const FILE = 'committed/client.ts';
const LEAK = "localStorage.setItem('token', token);";

describe('the scope of changes', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(toUri('committed'), { recursive: true });
  });

  it('leaves out what the last commit has, as far as the Git extension knows it', async () => {
    await write(toUri(FILE), `export function keep(token: string): void {\n  ${LEAK}\n}\n`);
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
    await withSetting('authlint.scope', 'changed', async () => {
      if (extension === undefined) return expectEverything();
      const git = (await extension.activate()).getAPI(1);
      await expectChanges(await git.init(toUri('committed')));
    });
  });
});

/** In a browser there is no such extension. */
async function expectEverything(): Promise<void> {
  const document = await open(FILE);
  await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
}

async function expectChanges(repository: Repository): Promise<void> {
  const document = await open(FILE);
  await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
  await repository.setConfig('user.name', 'Somebody');
  await repository.setConfig('user.email', 'somebody@example.com');
  await repository.add([document.uri.fsPath]);
  await repository.commit('All that there is');
  await eventuallyEqual(() => rulesOf(document), []);
  await replace(document, LEAK, `${LEAK}\n  sessionStorage.setItem('token', token);`);
  await eventuallyEqual(() => rulesOf(document), ['token-in-web-storage']);
  await staysEqual(() => rulesOf(document), ['token-in-web-storage']);
}
