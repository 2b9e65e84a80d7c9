import * as vscode from 'vscode';
import {
  apply,
  closeAll,
  findAction,
  hoverAt,
  open,
  repeatUntilDone,
  replace,
  rulesOf,
  toUri,
  withSetting,
  write,
} from './editor';
import { equal, eventually, match } from './expect';

const SECRET = 'correct-horse-battery-staple-9271';
const CLAIMS = { sub: 'user-of-the-log-test', email: 'ada@claims.example', role: 'keeper-of-keys' };
const KEY = 'the-key-that-is-only-pasted';
const FILE = 'src/typed.ts';

/** All of a session, traced word for word. */
describe('the log', () => {
  afterEach(closeAll);

  it('holds no token, no secret and no claim after a whole session in the most talkative trace', async () => {
    await withSetting('authlint.trace.server', 'verbose', () =>
      withSetting('authlint.inlayHints.enable', true, async () => {
        await vscode.commands.executeCommand('authlint.restart');
        await openAndHover();
        await typeAndFix();
        await decodeAndVerify();
        await checkAllFiles();
      }),
    );
    const log = await readLog();
    for (const told of [
      /authlint \d+\.\d+\.\d+: the server is running\./,
      /Sending notification 'textDocument\/didOpen'[^\n]*\nParams: \{/,
      /Sending notification 'textDocument\/didChange'[^\n]*\nParams: \{/,
      /Received response 'textDocument\/hover - /,
      /Received response 'textDocument\/diagnostic - [^\n]*\nResult: \{/,
      /Received response 'textDocument\/codeAction - [^\n]*\nResult: \[/,
      /"command": "authlint\.decode"/,
      /"command": "authlint\.verify"/,
      /"command": "authlint\.scanWorkspace"/,
    ]) {
      match(log, told);
    }
    const inFixture = /eyJ[\w.-]+/.exec((await open('src/token.ts')).getText())?.[0] ?? '';
    const secrets = [SECRET, KEY, btoa(KEY), ...Object.values(CLAIMS), 'login.example', token(), inFixture].flatMap(
      (text) => [text, ...text.split('.').filter((part) => part.length > 12 && part !== text)],
    );
    equal(
      secrets.filter((secret) => log.includes(secret)),
      [],
    );
  });
});

async function openAndHover(): Promise<void> {
  await hoverAt(await open('src/token.ts'), 'eyJ');
  await hoverAt(await open('.env'), 'eyJ');
}

async function typeAndFix(): Promise<void> {
  const uri = toUri(FILE);
  await write(uri, "import jwt from 'jsonwebtoken';\n");
  const document = await open(FILE);
  const editor = vscode.window.activeTextEditor;
  await editor?.edit((edit) => edit.insert(document.positionAt(document.getText().length), code()));
  await eventually(
    () => rulesOf(document),
    (rules) => rules.includes('jwt-hardcoded-secret') && rules.includes('jwt-alg-none'),
  );
  await hoverAt(document, 'eyJ');
  await vscode.commands.executeCommand('type', { text: `'${SECRET}'` });
  await replace(document, 'sub', 'subject');
  await apply(await findAction(document, 'jwt-alg-none', /none/));
  await eventually(
    () => rulesOf(document),
    (rules) => !rules.includes('jwt-alg-none'),
  );
  await document.save();
  await closeAll();
  await vscode.workspace.fs.delete(uri);
}

const code = (): string => `
export const sample = '${token()}';
export const issue = (sub: string) => jwt.sign({ sub }, '${SECRET}', { expiresIn: '15m' });
export const read = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
`;

function token(): string {
  const encode = (part: object): string => btoa(JSON.stringify(part)).replaceAll('=', '');
  return [{ alg: 'HS256', typ: 'JWT' }, CLAIMS].map(encode).join('.').concat('.c2lnbmF0dXJlLW9mLXRoZS1sb2ctdGVzdA');
}

async function decodeAndVerify(): Promise<void> {
  await selectToken();
  await vscode.commands.executeCommand('authlint.decodeToken');
  await eventually(shown, (text) => text.includes('Decoded, not verified'));
  await selectToken();
  await vscode.env.clipboard.writeText(KEY);
  const verifying = vscode.commands.executeCommand('authlint.verifyToken');
  // The last of three ways to give a key takes the clipboard.
  await eventually(
    async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shown();
    },
    (text) => /signature/.test(text),
  );
  await verifying;
}

async function selectToken(): Promise<void> {
  const document = await open('notes.txt');
  const start = document.getText().indexOf('eyJ');
  const editor = vscode.window.activeTextEditor;
  const end = document.positionAt(document.getText().length);
  if (editor !== undefined) editor.selection = new vscode.Selection(document.positionAt(start), end);
}

function shown(): string {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === 'authlint-token' ? document.getText() : '';
}

async function checkAllFiles(): Promise<void> {
  await repeatUntilDone(['notifications.clearAll'], vscode.commands.executeCommand('authlint.checkAllFiles'));
}

/** The log, once it has what was written to it last. */
async function readLog(): Promise<string> {
  await vscode.commands.executeCommand('authlint.showLog');
  const log = () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && uri.path.includes('authlint'));
  return eventually(
    () => log()?.getText() ?? '',
    (text) => text.includes('"command": "authlint.scanWorkspace"'),
  );
}
