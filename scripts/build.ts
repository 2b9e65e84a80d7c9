import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { pages } from '../rules/catalog/pages';
import { PAGES_FILE } from '../server/host/rulePages';
import { keepNames } from './keepNames';
import { thirdPartyNotices } from './notices';
import { trimmedTypescript } from './trimTypescript';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');

/** One trim serves all bundles. */
const TRIMMED = trimmedTypescript();

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  plugins: [TRIMMED],
};

const NODE: BuildOptions = { ...COMMON, platform: 'node', format: 'cjs', target: 'node20.9' };
const WEB: BuildOptions = {
  ...COMMON,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  target: 'es2022',
};

/**
 * Names are kept where a stack is read: clients are nearly all library, and the worker runs what Node.js runs.
 * The library of the protocol is a file of its own where the host can load one: it takes ten times as long as all else.
 */
const BUNDLES: readonly BuildOptions[] = [
  {
    ...NODE,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/authlint.js',
    plugins: [TRIMMED, keepNames(ROOT)],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...NODE,
    entryPoints: ['client/node.ts'],
    outfile: 'dist/client.node.js',
    external: ['vscode', './nodeConnection'],
    supported: { 'dynamic-import': false },
  },
  {
    ...NODE,
    entryPoints: ['client/nodeConnection.ts'],
    outfile: 'dist/nodeConnection.js',
    external: ['vscode'],
  },
  { ...WEB, entryPoints: ['server/lsp/worker.ts'], outfile: 'dist/server.worker.js', format: 'iife' },
  {
    ...WEB,
    entryPoints: ['client/browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
];

/** Builds all bundles, then writes them: a build that fails leaves the last one as it was. */
async function main(): Promise<void> {
  const results = await Promise.all(BUNDLES.map((bundle) => build({ ...bundle, metafile: true, write: false })));
  if (results.some(({ warnings }) => warnings.length > 0)) throw new Error('the build has warnings');
  const notices = await thirdPartyNotices(
    ROOT,
    results.map(({ metafile }) => metafile),
  );
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) await writeFile(path, contents);
  await writeFile(join(DIST, PAGES_FILE), JSON.stringify(pages));
  await writeFile(join(DIST, 'THIRD_PARTY_NOTICES.txt'), notices);
  await chmod(join(DIST, 'authlint.js'), 0o755);
}

main().catch((error: unknown) => {
  const isPrinted = error instanceof Error && 'errors' in error;
  if (!isPrinted) console.error(error);
  process.exitCode = 1;
});
