import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSandbox, type Sandbox } from './runs';

const ROOT = join(__dirname, '../..');
const BUNDLE = join(ROOT, 'dist/authlint.js');
const PROGRAMS = {
  source: ['--import', pathToFileURL(require.resolve('tsx')).href, join(ROOT, 'server/cli/main.ts')],
  ...(existsSync(BUNDLE) && { bundle: [BUNDLE] }),
};

const BAD = "localStorage.setItem('accessToken', accessToken);\n";

for (const [name, program] of Object.entries(PROGRAMS)) {
  describe(`the process, from ${name}`, function () {
    // Starting TypeScript through tsx takes seconds on a busy machine.
    this.timeout(60_000);
    let sandbox: Sandbox;
    beforeEach(() => {
      sandbox = createSandbox();
    });
    afterEach(() => sandbox.remove());

    const authlint = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
        cwd: sandbox.directory,
        encoding: 'utf8',
        input,
        env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
      });
      return { status, stdout, stderr };
    };

    it('exits with 0, 1 and 2', () => {
      sandbox.write('clean.ts', 'export {};\n');
      sandbox.write('bad.ts', BAD);
      assert.equal(authlint(['clean.ts']).status, 0);
      assert.equal(authlint(['bad.ts']).status, 1);
      assert.equal(authlint(['nope.ts']).status, 2);
      const { status, stdout, stderr } = authlint(['--colour']);
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.match(stderr, /^authlint: unknown option `--colour`\. Did you mean `--color`\?\n {2}Allowed: --format, /);
    });

    it('reads standard input, and colours only when asked', () => {
      const plain = authlint(['--stdin', '--stdin-filename', 'a.ts'], BAD);
      assert.equal(plain.status, 1);
      assert.match(plain.stdout, /^── a\.ts ─/);
      const colored = authlint(['--stdin', '--stdin-filename', 'a.ts'], BAD, { FORCE_COLOR: '1' });
      assert.ok(colored.stdout.startsWith('\u001b['));
    });

    it('keeps its exit status when the reader of its output goes away', async () => {
      for (let index = 0; index < 100; index++) sandbox.write(`${index}.ts`, BAD.repeat(20));
      const child = spawn(process.execPath, [...program, '.'], { cwd: sandbox.directory });
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const status = await new Promise((resolve) => child.on('close', resolve));
      assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
    });

    it('exits with 130 on an interrupt, also in the middle of a scan', async () => {
      for (let index = 0; index < 2000; index++) sandbox.write(`${index}.ts`, BAD.repeat(20));
      sandbox.write('ready.cjs', "process.on('newListener', (event) => event === 'SIGINT' && console.error('ready'));");
      const options = ['--require', join(sandbox.directory, 'ready.cjs')];
      const child = spawn(process.execPath, [...options, ...program, '.'], { cwd: sandbox.directory });
      child.stdout.resume();
      child.stderr.once('data', () => child.kill('SIGINT'));
      const status = await new Promise((resolve) => child.on('close', resolve));
      assert.equal(status, 130);
    });
  });
}
