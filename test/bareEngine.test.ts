import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import type * as Engine from '../rules';
import { trimmedTypescript } from '../scripts/trimTypescript';
import { ROOT } from './sources';

/** What every worker has beside the language itself, as far as the engine needs it to load and analyse. */
const PLATFORM = { TextDecoder, TextEncoder };

describe('invariant 12: the engine, bundled, without Node and without a page', function () {
  this.timeout(60_000);

  it('finds what it finds', async () => {
    const { analyze, DEFAULT_SETTINGS, parseDocument } = await bareEngine();
    const parsed = parseDocument('/login.ts', "localStorage.setItem('token', token);\n");
    assert.equal(parsed.kind, 'parsed');
    const world = {
      settings: DEFAULT_SETTINGS,
      now: 0,
      summary: () => null,
      module: () => null,
      dependency: () => null,
    };
    const { findings, crashes } = analyze(parsed.document, world);
    assert.equal(crashes.length, 0);
    assert.equal(findings.map(({ rule }) => rule).join(), 'token-in-web-storage');
  });
});

async function bareEngine(): Promise<typeof Engine> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['rules/index.ts'],
    bundle: true,
    platform: 'browser',
    globalName: 'engine',
    plugins: [trimmedTypescript()],
    write: false,
  });
  const context = createContext({ ...PLATFORM });
  runInContext(outputFiles[0]?.text ?? '', context);
  return context.engine;
}
