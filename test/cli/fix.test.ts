import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from './runs';

const MANIFEST = JSON.stringify({ dependencies: { express: '^5.0.0', jsonwebtoken: '^9.0.0' } });
const ROUTE = [
  "import express from 'express';",
  "import { options } from './options';",
  'const app = express();',
  "app.post('/login', (req, res) => {",
  "  res.cookie('session', req.body.session, options);",
  '});',
  '',
].join('\n');
const OPTIONS = "export const options = {\n  httpOnly: false,\n  secure: true,\n  sameSite: 'lax',\n};\n";
const VERIFY = [
  "import jwt from 'jsonwebtoken';",
  "export const one = (token, key) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });",
  "export const two = (token, key) => jwt.verify(token, key, { algorithms: ['none', 'HS512'] });",
  '',
].join('\n');
const FIXED = VERIFY.replace("['HS256', 'none']", "['HS256']").replace("['none', 'HS512']", "['HS512']");

describe('authlint check --fix', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', MANIFEST);
  });
  afterEach(() => sandbox.remove());
  const read = (file: string) => readFileSync(join(sandbox.directory, file), 'utf8');

  it('applies what is safe until nothing changes, and says what', async () => {
    sandbox.write('verify.js', `\uFEFF${VERIFY}`);
    const { status, stdout, stderr } = await sandbox.authlint('verify.js --fix');
    assert.equal(read('verify.js'), `\uFEFF${FIXED}`);
    assert.equal(status, 0, stdout);
    assert.match(stderr, /^authlint: fixed 2 findings in 1 file\.\n {2}verify\.js: .* \(jwt-alg-none\)\n$/);
    const again = await sandbox.authlint('verify.js --fix');
    assert.equal(again.stderr, 'authlint: there is nothing to fix.\n');
    assert.equal(read('verify.js'), `\uFEFF${FIXED}`);
  });

  it('edits the file where the setting is written', async () => {
    sandbox.write('src/route.ts', ROUTE);
    sandbox.write('src/options.ts', OPTIONS);
    const { stderr } = await sandbox.authlint('src/route.ts --fix-suggestions');
    assert.match(stderr, /^ {2}src\/options\.ts: .* \(cookie-missing-httponly\)$/m);
    assert.equal(read('src/route.ts'), ROUTE);
    assert.equal(read('src/options.ts'), OPTIONS.replace('httpOnly: false', 'httpOnly: true'));
  });

  it('leaves suggestions to --fix-suggestions, and choices to people', async () => {
    const code = "import jwt from 'jsonwebtoken';\nexport const one = (token, key) => jwt.verify(token, key);\n";
    sandbox.write('a.js', code);
    assert.equal((await sandbox.authlint('. --fix-suggestions')).status, 1);
    assert.equal(read('a.js'), code);
  });

  it('shows a diff that git applies, and changes nothing', async () => {
    const long = `${'// a line\n'.repeat(20)}${VERIFY}${'// a line\n'.repeat(20)}${VERIFY.split('\n')[1]?.replace('one', 'last')}`;
    sandbox.write('verify.js', VERIFY);
    sandbox.write('long.js', long);
    const { status, stdout, stderr } = await sandbox.authlint('. --fix-dry-run');
    assert.equal(status, 0);
    assert.match(stderr, /^authlint: would fix 5 findings in 2 files\.\n/);
    assert.equal(read('verify.js'), VERIFY);
    assert.match(stdout, /^--- a\/long\.js\n\+\+\+ b\/long\.js\n@@ -19,8 \+19,8 @@\n \/\/ a line\n/);
    assert.match(stdout, /\n\\ No newline at end of file\n/);
    execFileSync('git', ['apply', '-'], { cwd: sandbox.directory, input: stdout });
    assert.equal(read('verify.js'), FIXED);
    const [, ...rest] = (await sandbox.authlint('. --fix-dry-run')).stdout;
    assert.deepEqual(rest, []);
  });

  it('removes comments that suppress nothing', async () => {
    sandbox.write(
      'a.js',
      "// authlint-disable-next-line token-in-web-storage\nlocalStorage.setItem('theme', 'dark');\n",
    );
    assert.equal((await sandbox.authlint('.')).status, 1);
    await sandbox.authlint('. --fix');
    assert.equal(read('a.js'), "localStorage.setItem('theme', 'dark');\n");
  });

  it('refuses what makes no sense', async () => {
    for (const line of ['--stdin --fix', '--fix --update-baseline', '--fix-dry-run --format json']) {
      assert.equal((await sandbox.authlint(line)).status, 2, line);
    }
  });
});
