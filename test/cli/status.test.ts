import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from './runs';

const BAD = "localStorage.setItem('accessToken', accessToken);\n";
const CLEAN = "localStorage.setItem('theme', 'dark');\n";
const RULE = 'token-in-web-storage';

describe('authlint check exits', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
  });
  afterEach(() => sandbox.remove());

  async function statusOf(line: string): Promise<number> {
    return (await sandbox.authlint(line)).status;
  }

  it('with 0 when there is nothing to report, and with 1 when there is', async () => {
    sandbox.write('clean.ts', CLEAN);
    sandbox.write('src/bad.ts', BAD);
    assert.equal(await statusOf('clean.ts'), 0);
    assert.equal(await statusOf('src'), 1);
    assert.equal(await statusOf('check'), 1);
  });

  it('as --fail-on says', async () => {
    sandbox.write('bad.ts', BAD);
    const warn = `--rule ${RULE}=warning`;
    assert.equal(await statusOf(`${warn}`), 1);
    assert.equal(await statusOf(`${warn} --fail-on error`), 0);
    assert.equal(await statusOf(`--rule ${RULE}=information`), 0);
    assert.equal(await statusOf(`--rule ${RULE}=information --fail-on information`), 1);
    assert.equal(await statusOf('--fail-on never'), 0);
  });

  it('as --max-warnings says, which lets that many warnings pass', async () => {
    sandbox.write('a.ts', BAD);
    sandbox.write('b.ts', BAD);
    const warn = `--rule ${RULE}=warning`;
    assert.equal(await statusOf(`${warn} --max-warnings 2`), 0);
    assert.equal(await statusOf(`${warn} --max-warnings 1`), 1);
    assert.equal(await statusOf('--max-warnings 2'), 1);
    assert.equal(await statusOf(`${warn} --max-warnings 2 --fail-on warning`), 1);
  });

  it('with the same status when --quiet hides the reason, and says so', async () => {
    sandbox.write('bad.ts', BAD);
    const { status, stdout } = await sandbox.authlint(`--quiet --rule ${RULE}=warning`);
    assert.equal(status, 1);
    assert.match(stdout, /^✖ 1 warning in 1 of 1 file, 1 not shown \(--quiet\), \d+ ms\n$/);
  });

  it('with 2 for a path that does not exist', async () => {
    const { status, stdout, stderr } = await sandbox.authlint('src/nope.ts');
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.equal(stderr, 'authlint: there is no file or directory `src/nope.ts`.\n');
    assert.match((await sandbox.authlint('src/*.ts')).stderr, /Patterns are not expanded/);
  });

  it('with 2 for an unknown command and an unknown rule, and names the nearest', async () => {
    sandbox.write('a.ts', CLEAN);
    assert.deepEqual(await sandbox.authlint('chek a.ts'), {
      status: 2,
      stdout: '',
      stderr: [
        'authlint: unknown command, file or directory `chek`. Did you mean `check`?',
        '  Allowed: check, explain, rules, facts, decode.\n',
      ].join('\n'),
    });
    const { status, stderr } = await sandbox.authlint('a.ts --rule token-in-webstorage=off');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^authlint: unknown rule `token-in-webstorage`\. Did you mean `token-in-web-storage`\?\n {2}Allowed: .*jwt-alg-none/,
    );
  });

  it('with 2 for a bad config, naming file, line and what is allowed', async () => {
    sandbox.write('src/a.ts', BAD);
    sandbox.write('authlint.config.json', '{\n  "preset": "strickt"\n}\n');
    assert.deepEqual(await sandbox.authlint('src'), {
      status: 2,
      stdout: '',
      stderr: 'authlint: authlint.config.json:2:13: "preset" is "strickt". Allowed: "recommended", "strict".\n',
    });
    sandbox.write('authlint.config.json', '{\n  "preset": \n');
    const { status, stderr } = await sandbox.authlint('src');
    assert.equal(status, 2);
    assert.match(stderr, /^authlint: authlint\.config\.json:\d:\d+: Malformed JSON: /);
    assert.match(
      (await sandbox.authlint('src --config other.json')).stderr,
      /^authlint: other\.json:1:1: There is no such file/,
    );
  });

  it('with 2 when a report cannot be written', async () => {
    sandbox.write('a.ts', CLEAN);
    const { status, stderr } = await sandbox.authlint('a.ts --format json:a.ts/report.json');
    assert.equal(status, 2);
    assert.match(stderr, /^authlint: the report cannot be written to /);
  });
});
