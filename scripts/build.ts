import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { thirdPartyNotices } from './notices';
import { trimmedTypescript } from './trimTypescript';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');

/** Names stay as written, for stack traces; the rest is as small as it gets. */
const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  loader: { '.md': 'text' },
  plugins: [trimmedTypescript()],
};

const NODE: BuildOptions = { ...COMMON, platform: 'node', format: 'cjs', target: 'node20.9' };
const WEB: BuildOptions = {
  ...COMMON,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  target: 'es2022',
};

/** Where names matter less: clients are nearly all library, and the worker holds what Node.js runs with its names. */
const SMALLEST: BuildOptions = { minifyIdentifiers: true };

const BUNDLES: readonly BuildOptions[] = [
  {
    ...NODE,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/authlint.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...NODE,
    ...SMALLEST,
    entryPoints: ['client/node.ts'],
    outfile: 'dist/client.node.js',
    external: ['vscode'],
  },
  { ...WEB, ...SMALLEST, entryPoints: ['server/lsp/worker.ts'], outfile: 'dist/server.worker.js', format: 'iife' },
  {
    ...WEB,
    ...SMALLEST,
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
  await writeFile(join(DIST, 'THIRD_PARTY_NOTICES.txt'), notices);
  await chmod(join(DIST, 'authlint.js'), 0o755);
}

main().catch((error: unknown) => {
  const isPrinted = error instanceof Error && 'errors' in error;
  if (!isPrinted) console.error(error);
  process.exitCode = 1;
});
