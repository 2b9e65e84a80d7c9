import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDisagreements } from '../scripts/verifyModels/agreement';
import { unaskedBands } from '../scripts/verifyModels/bands';
import { unexcused } from '../scripts/verifyModels/notRun';
import type { Observation } from '../scripts/verifyModels/observation';
import { toPage } from '../scripts/verifyModels/page';
import { ROOT } from './sources';

/** What the libraries did when they were called, on record: `npm run verify-models` calls them again. */
describe('verified models', function () {
  // Some thousand programs are analysed.
  this.timeout(180_000);

  const recorded: readonly Observation[] = JSON.parse(read('scripts/verifyModels/observations.json'));

  it('calls every modelled package, or says why not', () => {
    assert.deepEqual(unexcused(recorded), []);
  });

  it('calls a release of every band of releases, or says why not', () => {
    assert.deepEqual(unaskedBands(recorded), []);
  });

  it('has models that say what the libraries did', () => {
    assert.deepEqual(findDisagreements(recorded), []);
  });

  it('has a page that shows it', () => {
    assert.ok(read('docs/verified-defaults.md') === toPage(recorded), 'npm run verify-models -- --update');
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
