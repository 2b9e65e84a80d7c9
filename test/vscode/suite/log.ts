import * as vscode from 'vscode';
import { toUri } from './editor';
import { equal } from './expect';
import { logged } from './recorded';

const FIXTURES = ['src/token.ts', '.env', 'deploy.yaml', 'notes.txt'];

/** What the workspace's tokens say of themselves. */
const CLAIM = 'login.example';

/** The last of the suite, so that it sees the trace of all that went before. */
describe('the log', () => {
  it('is a trace of all messages', () => {
    const text = logged.join('\n');
    for (const part of ["'textDocument/didOpen'", "'textDocument/hover", "'workspace/executeCommand", '<token, ']) {
      equal([part, text.includes(part)], [part, true]);
    }
  });

  it('holds no part of a token, and nothing of what one says', async () => {
    const text = logged.join('\n');
    for (const file of FIXTURES) {
      const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(toUri(file)));
      const parts = (content.match(/ey[\w-]+(\.[\w-]+)+/)?.[0] ?? '').split('.');
      equal([file, parts.length], [file, 3]);
      equal([file, parts.filter((part) => text.includes(part))], [file, []]);
    }
    equal(text.includes(CLAIM), false);
  });
});
