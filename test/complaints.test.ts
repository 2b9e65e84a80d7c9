import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sources';

/** The complaints that our notes on the field list. */
const COMPLAINTS = 47;

describe('complaints about others', () => {
  const text = readFileSync(join(ROOT, 'test/cases/complaints.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| \d/.test(line) && !line.startsWith('| 4.3'));
  const numbersIn = (part: string): readonly number[] => (part.match(/\d+/g) ?? []).map(Number);

  it('are in the table, each once', () => {
    const listed = rows.flatMap((row) => numbersIn(row.slice(0, row.indexOf(':'))));
    const all = Array.from({ length: COMPLAINTS }, (_, index) => index + 1);
    assert.deepEqual(
      [...listed].sort((a, b) => a - b),
      all,
    );
  });

  it('stand where the table says', () => {
    const sections = new Set((text.match(/^## [\d, ]+\./gm) ?? []).flatMap(numbersIn));
    for (const row of rows) {
      const place = row.split('|')[2] ?? '';
      const named = /sections? ([\d, and]+)/.exec(place)?.[1] ?? '';
      for (const number of numbersIn(named)) assert.ok(sections.has(number), `section ${number}, in ${row}`);
      for (const [, path = ''] of place.matchAll(/`([\w./-]+\/[\w./-]+)`/g)) {
        assert.ok(existsSync(join(ROOT, path)), `${path}, in ${row}`);
      }
    }
  });
});
