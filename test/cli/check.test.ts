import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from './runs';

const BAD = "localStorage.setItem('accessToken', accessToken);\n";
const CLEAN = "localStorage.setItem('theme', 'dark');\n";
const RULE = 'token-in-web-storage';

describe('authlint check', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = createSandbox();
  });
  afterEach(() => sandbox.remove());

  async function statusOf(line: string, input?: string): Promise<number> {
    return (await sandbox.authlint(line, input)).status;
  }

  async function jsonOf(line: string, input?: string) {
    return JSON.parse((await sandbox.authlint(`${line} --format json`, input)).stdout);
  }

  describe('takes its input from', () => {
    it('standard input, under the name of a file', async () => {
      const { findings } = await jsonOf('--stdin --stdin-filename src/a.ts', BAD);
      assert.deepEqual([findings.length, findings[0].file, findings[0].ruleId], [1, 'src/a.ts', RULE]);
      assert.equal(await statusOf('--stdin', CLEAN), 0);
      const { skipped } = await jsonOf('--stdin --stdin-filename notes.txt', BAD);
      assert.equal(skipped[0].reason, 'not-a-script');
    });

    it('nowhere, and says so', async () => {
      sandbox.write('README.md', '');
      sandbox.write('test/a.ts', BAD);
      const { status, stderr } = await sandbox.authlint('.');
      assert.equal(status, 0);
      const what = 'there is no TypeScript or JavaScript here that is not ignored, apart from test code (1 file)';
      assert.equal(stderr, `authlint: ${what}.\n`);
    });

    it('neither ignored files that tools name, nor ignored text, unless told to', async () => {
      sandbox.write('generated/a.ts', BAD);
      sandbox.write('authlint.config.json', '{ "ignore": ["generated/"] }');
      const { status, stdout, stderr } = await sandbox.authlint('generated/a.ts');
      assert.equal(status, 0);
      assert.match(stdout, /^✔ no findings in 0 files/);
      assert.match(stderr, /`--no-ignore` checks it all the same/);
      assert.equal(await statusOf('--stdin --stdin-filename generated/a.ts', BAD), 0);
      assert.equal(await statusOf('generated/a.ts --no-ignore'), 1);
      assert.equal(await statusOf('. --no-ignore'), 1);
      assert.equal(await statusOf('.'), 0);
    });
  });

  describe('survives', () => {
    const input: Readonly<Record<string, readonly [content: string | Uint8Array, reason: string]>> = {
      'binary.ts': [Buffer.from(`${BAD}// caf\u00e9`, 'latin1'), 'not-utf8'],
      'deep.ts': [`const jwt = ${'['.repeat(5000)}${']'.repeat(5000)};\n${BAD}`, 'too-deep'],
      'large.ts': [BAD + '/'.repeat(1_000_001), 'too-large'],
      'long.ts': [`${BAD}//${'x'.repeat(20_000)}`, 'long-lines'],
      'syntax.ts': [`${BAD}const x = (1 +`, 'syntax-error'],
    };

    it('files that cannot be checked, and names each with its reason', async () => {
      for (const [file, [content]] of Object.entries(input)) sandbox.write(file, content);
      sandbox.write('sound.ts', BAD);
      const { status, stdout, stderr } = await sandbox.authlint('. --format json');
      const { findings, skipped } = JSON.parse(stdout);
      assert.equal(status, 1);
      assert.deepEqual(
        findings.map(({ file }: { file: string }) => file),
        ['sound.ts', 'syntax.ts'],
      );
      assert.deepEqual(
        Object.fromEntries(skipped.map(({ file, reason }: { file: string; reason: string }) => [file, reason])),
        Object.fromEntries(Object.entries(input).map(([file, [, reason]]) => [file, reason])),
      );
      for (const file of Object.keys(input)) assert.match(stderr, new RegExp(`^authlint: ${file}: .*"ignore"`, 'm'));
    });

    it('many such files with few notes', async () => {
      for (let index = 0; index < 20; index++) sandbox.write(`${index}.ts`, Uint8Array.of(0xff, 0xfe));
      const { status, stderr } = await sandbox.authlint('.');
      assert.equal(status, 0);
      assert.equal(stderr.trimEnd().split('\n').length, 11);
      assert.match(stderr, /authlint: 10 more files like these; `--format json` names them all\.\n$/);
    });
  });

  describe('reports', () => {
    it('in several formats at once', async () => {
      sandbox.write('bad.ts', BAD);
      const { status, stdout, stderr } = await sandbox.authlint(
        '--format pretty --format sarif:out/a.sarif --format json:b.json',
      );
      assert.equal(status, 1);
      assert.match(stdout, /^── bad\.ts ─/);
      assert.equal(stderr, '');
      const read = (file: string) => JSON.parse(readFileSync(join(sandbox.directory, file), 'utf8'));
      assert.equal(read('out/a.sarif').runs[0].results[0].ruleId, RULE);
      assert.equal(read('b.json').findings[0].ruleId, RULE);
    });

    it('in a line on standard error when all reports go to files', async () => {
      sandbox.write('bad.ts', BAD);
      const { stdout, stderr } = await sandbox.authlint('--format pretty:report.txt --color');
      assert.equal(stdout, '');
      assert.match(stderr, /^authlint: ✖ 1 error in 1 of 1 file, \d+ ms\n$/);
      assert.ok(!readFileSync(join(sandbox.directory, 'report.txt'), 'utf8').includes('\u001b'));
    });

    it('only errors when quiet, in every format', async () => {
      sandbox.write('bad.ts', BAD);
      assert.deepEqual((await jsonOf(`--quiet --rule ${RULE}=warning`)).findings, []);
    });

    it('findings in the order of paths, whatever the order of arguments', async () => {
      for (const file of ['b.ts', 'a/z.ts', 'a.ts']) sandbox.write(file, BAD);
      const { findings } = await jsonOf('b.ts a.ts a');
      assert.deepEqual(
        findings.map(({ file }: { file: string }) => file),
        ['a.ts', 'a/z.ts', 'b.ts'],
      );
    });
  });
});
