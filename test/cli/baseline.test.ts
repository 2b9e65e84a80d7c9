import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from './runs';

const BAD = "export const keep = (accessToken) => localStorage.setItem('accessToken', accessToken);\n";
const SECRET = 'S3cr3t-of-the-house-42!';
const SIGN = `import jwt from 'jsonwebtoken';\nexport const sign = (id) => jwt.sign({ id }, '${SECRET}', { expiresIn: '15m' });\n`;

describe('a baseline', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
    sandbox.write('package.json', '{ "dependencies": { "jsonwebtoken": "^9.0.0" } }');
    sandbox.write('src/a.js', BAD);
    sandbox.write('src/b.js', SIGN);
  });
  afterEach(() => sandbox.remove());
  const read = (file: string) => readFileSync(join(sandbox.directory, file), 'utf8');

  it('leaves out what there was, and reports what is new', async () => {
    const written = await sandbox.authlint('. --update-baseline');
    assert.equal(written.status, 0, written.stdout);
    assert.match(written.stderr, /^authlint: \.authlint-baseline\.json lists 2 findings\.\n$/);
    assert.match(written.stdout, /^✔ no findings in 2 files, 2 in the baseline/);
    sandbox.write('src/a.js', `// moved\n\n${BAD}${BAD.replace('keep', 'again')}`);
    const { findings } = JSON.parse((await sandbox.authlint('. --format json')).stdout);
    assert.deepEqual(
      findings.map(({ range }: { range: { start: { line: number } } }) => range.start.line),
      [4],
    );
    const { findings: fromInside } = JSON.parse((await sandbox.authlint('src --format json')).stdout);
    assert.equal(fromInside.length, 1, 'whatever is named');
  });

  it('is sorted, without dates, and holds no secret', async () => {
    await sandbox.authlint('. --update-baseline');
    const text = read('.authlint-baseline.json');
    assert.ok(!text.includes(SECRET));
    const { version, findings, ...others } = JSON.parse(text);
    assert.deepEqual([version, others], [1, {}]);
    assert.deepEqual(
      findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`),
      ['src/a.js token-in-web-storage', 'src/b.js jwt-hardcoded-secret'],
    );
    await sandbox.authlint('src/a.js --update-baseline');
    assert.equal(read('.authlint-baseline.json'), text, 'what it says of other files stays');
    sandbox.write('src/b.js', SIGN.replace(SECRET, 'Another-secret-entirely'));
    assert.equal((await sandbox.authlint('.')).status, 0, 'a secret is no part of a fingerprint');
  });

  it('says what is stale', async () => {
    await sandbox.authlint('. --update-baseline');
    sandbox.write('src/a.js', 'export {};\n');
    const { stderr } = await sandbox.authlint('.');
    assert.equal(stderr, 'authlint: 1 entry of .authlint-baseline.json is stale; `--update-baseline` removes them.\n');
    assert.equal((await sandbox.authlint('src/b.js')).stderr, '', 'not of what was not checked');
    await sandbox.authlint('. --update-baseline');
    assert.equal((await sandbox.authlint('.')).stderr, '');
  });

  it('can be another file', async () => {
    assert.equal((await sandbox.authlint('. --baseline known.json')).status, 2);
    await sandbox.authlint('. --baseline known.json --update-baseline');
    assert.equal((await sandbox.authlint('. --baseline known.json')).status, 0);
    assert.equal((await sandbox.authlint('.')).status, 1);
    sandbox.write('known.json', '{ "version": 2 }');
    const { status, stderr } = await sandbox.authlint('. --baseline known.json');
    assert.equal(status, 2);
    assert.match(stderr, /^authlint: known\.json:1:1: This is no baseline\. Allowed: /);
    rmSync(join(sandbox.directory, 'known.json'));
  });
});
