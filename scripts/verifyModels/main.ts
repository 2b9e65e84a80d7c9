import '../markdown.cjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDisagreements } from './agreement';
import { unaskedBands } from './bands';
import { installLibraries } from './libraries';
import { unexcused } from './notRun';
import type { Observation } from './observation';
import { observeCookies } from './observeCookies';
import { observeDates } from './observeDates';
import { observeDecoding } from './observeDecoding';
import { observeDefaults } from './observeDefaults';
import { observeDraws } from './observeDraws';
import { observeJose } from './observeJose';
import { observeJsonwebtoken } from './observeJsonwebtoken';
import { observeSessions } from './observeSessions';
import { observeStores } from './observeStores';
import { observeTokens } from './observeTokens';
import { toPage } from './page';

const RECORD = join(__dirname, 'observations.json');
const PAGE = join(__dirname, '../../docs/verified-defaults.md');

async function main(): Promise<void> {
  process.env.NO_DEPRECATION = 'express';
  installLibraries();
  const seen = [
    ...(await observeCookies()),
    ...(await observeJose()),
    ...(await observeJsonwebtoken()),
    ...(await observeTokens()),
    ...(await observeDecoding()),
    ...(await observeSessions()),
    ...(await observeDraws()),
    ...(await observeStores()),
    ...(await observeDates()),
    ...(await observeDefaults()),
  ];
  const record = `${JSON.stringify(seen, undefined, 2)}\n`;
  if (process.argv.includes('--update')) {
    writeFileSync(RECORD, record);
    writeFileSync(PAGE, toPage(seen));
  }
  const problems = [
    ...unexcused(seen),
    ...unaskedBands(seen),
    ...changesOf(seen),
    ...stalePages(seen),
    ...findDisagreements(seen),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`Observations: ${seen.length}. Differences: ${problems.length}.`);
  // What pages load leaves timers and channels behind.
  process.exit(problems.length === 0 ? 0 : 1);
}

/** Where the libraries no longer do what is on record. */
function changesOf(seen: readonly Observation[]): readonly string[] {
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as readonly Observation[];
  const before = new Map(recorded.map((it) => [keyOf(it), it]));
  const after = new Set(seen.map(keyOf));
  return [
    ...seen
      .filter((it) => before.get(keyOf(it))?.observed !== it.observed)
      .map((it) => `${keyOf(it)}: ${before.get(keyOf(it))?.observed ?? '(not on record)'} → ${it.observed}`),
    ...[...before.keys()].filter((key) => !after.has(key)).map((key) => `${key}: on record, but no longer tried`),
  ];
}

function stalePages(seen: readonly Observation[]): readonly string[] {
  const fresh = readFileSync(PAGE, 'utf8') === toPage(seen);
  return fresh ? [] : ['docs/verified-defaults.md is stale: npm run verify-models -- --update'];
}

function keyOf({ package: name, version, api, attribute, probe }: Observation): string {
  return `${name}@${version} ${api} ${attribute} ${probe}`;
}

void main();
