import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from './runs';

const LOGIN = [
  "import express from 'express';",
  'const app = express();',
  "app.post('/login', (req, res) => {",
  "  res.cookie('api_token', req.body.token, { secure: true, sameSite: 'lax' });",
  '});',
  '',
].join('\n');
const HELPER =
  "export const getCookie = (name: string) => document.cookie.split('; ').find((one) => one.startsWith(name + '='));\n";

describe('HttpOnly by --fix', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', JSON.stringify({ dependencies: { express: '^5.0.0', 'js-cookie': '^3.0.5' } }));
    sandbox.write('server/login.ts', LOGIN);
  });
  afterEach(() => sandbox.remove());

  async function isFixed(paths = '.'): Promise<boolean> {
    await sandbox.authlint(`${paths} --fix`);
    return readFileSync(join(sandbox.directory, 'server/login.ts'), 'utf8').includes('httpOnly: true');
  }

  it('is written where there are pages, and none of them reads the cookie', async () => {
    sandbox.write('web/title.ts', "import Cookies from 'js-cookie';\ndocument.title = Cookies.get('language');\n");
    sandbox.write('web/cookies.ts', `${HELPER}getCookie('language');\n`);
    assert.ok(await isFixed());
  });

  it('is left alone where there are no pages', async () => assert.ok(!(await isFixed())));

  it('is left alone where only single files are checked', async () => {
    sandbox.write('web/title.ts', "document.title = 'a page';\n");
    assert.ok(!(await isFixed('server/login.ts web/title.ts')));
  });

  const READERS: Readonly<Record<string, string>> = {
    'through a library': "import Cookies from 'js-cookie';\nexport const token = Cookies.get('api_token');\n",
    'through a function around a library':
      "import Cookies from 'js-cookie';\nconst read = (name: string) => Cookies.get(name);\nexport const token = read('api_token');\n",
    'off the page': 'export const token = () => document.cookie.match(/(?:^|; )api_token=([^;]*)/)?.[1];\n',
    'by a function of another file':
      "import { getCookie } from './cookies';\nexport const token = getCookie('api_token');\n",
    'by a name that is not known': 'export const cookies = () => parse(document.cookie);\n',
  };
  for (const [way, text] of Object.entries(READERS)) {
    it(`is left alone, and the reader named, where a page reads the cookie ${way}`, async () => {
      sandbox.write('web/cookies.ts', HELPER);
      sandbox.write('web/reader.tsx', text);
      assert.ok(!(await isFixed()));
      const { stdout } = await sandbox.authlint('.');
      assert.match(stdout, /web\/reader\.tsx:\d+:\d+ {2}(?:client code reads the cookie|a cookie is read) here/);
    });
  }
});
