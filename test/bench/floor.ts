import { join } from 'node:path';
import { build } from 'esbuild';
import { trimmedTypescript } from '../../scripts/trimTypescript';
import { CACHE } from './setUp';

/** Bundles, as the command line is bundled, a program that reads, filters, parses and walks a folder and does no more. */
export async function buildFloor(): Promise<string> {
  const outfile = join(CACHE, 'floor.js');
  await build({
    entryPoints: [join(__dirname, 'floorProgram.ts')],
    outfile,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.9',
    mainFields: ['module', 'main'],
    plugins: [trimmedTypescript()],
  });
  return outfile;
}
