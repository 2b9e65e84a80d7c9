import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rangeOf, withEditor } from '../protocol/support/withEditor';
import { ROOT, sourcesIn } from '../sources';

const BUNDLE = join(ROOT, 'dist/authlint.js');
const PROGRAM = existsSync(BUNDLE)
  ? [BUNDLE]
  : ['--import', 'tsx', '--require', './scripts/markdown.cjs', join(ROOT, 'server/cli/main.ts')];
const REFUSED = join(__dirname, 'refused.cjs');

/** Its header says where its key is published: whoever believes it would fetch from there. */
const TOKEN = 'eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8vYXV0aGxpbnQuZGV2L2sifQ.e30.c2ln';
const SOURCE = `localStorage.setItem('token', '${TOKEN}');\n`;

/** Modules and globals by which code leaves the machine. */
const MODULES = /^(node:)?(net|http|https|http2|tls|dns|dgram|inspector)(\/.*)?$/;
const GLOBALS = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)\s*\(/;

describe('the network', function () {
  this.timeout(60_000);
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'authlint-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const environment = () => ({ NODE_OPTIONS: `--require ${REFUSED}`, AUTHLINT_NETWORK_LOG: join(directory, 'log') });
  const attempts = (): string => {
    const log = join(directory, 'log');
    return existsSync(log) ? readFileSync(log, 'utf8') : '';
  };

  it('is refused by what the next tests preload', () => {
    for (const code of ["fetch('https://authlint.dev')", "require('node:net').connect(80, 'authlint.dev')"]) {
      const { status } = spawnSync(process.execPath, ['-e', code], { env: { ...process.env, ...environment() } });
      assert.notEqual(status, 0);
    }
    assert.equal(attempts(), 'fetch of https://authlint.dev\na connection\n');
  });

  it('is not used by the command line', () => {
    const example = join(ROOT, 'examples/notes-app');
    for (const [line, expected] of [
      [`check ${example} --format sarif`, 1],
      [`check ${example} --fix-dry-run`, 1],
      ['explain token-in-web-storage', 0],
      [`decode ${TOKEN}`, 0],
    ] as const) {
      const { status } = spawnSync(process.execPath, [...PROGRAM, ...line.split(' ')], {
        cwd: ROOT,
        env: { ...process.env, ...environment() },
      });
      assert.equal(status, expected, line);
    }
    assert.equal(attempts(), '');
  });

  it('is not used by the language server', async () => {
    const before = { ...process.env };
    Object.assign(process.env, environment());
    try {
      await withEditor({}, {}, async (editor) => {
        await editor.open('a.ts', SOURCE);
        const diagnostics = await editor.diagnostics('a.ts');
        assert.ok(diagnostics.length > 0);
        assert.ok((await editor.hover('a.ts', rangeOf(SOURCE, TOKEN).start)) !== null);
      });
    } finally {
      process.env = before;
    }
    assert.equal(attempts(), '');
  });

  it('is not reached for by any module of ours', () => {
    const shipped = ['rules', 'server', 'client'].flatMap(sourcesIn);
    const reaching = shipped.filter(
      ({ path, text, imports }) =>
        // Models name what code of others calls.
        imports.some((one) => MODULES.test(one)) ||
        (!path.startsWith('rules/models/') && GLOBALS.test(withoutComments(text))),
    );
    assert.deepEqual(
      reaching.map(({ path }) => path),
      [],
    );
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
