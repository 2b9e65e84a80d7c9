import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { checkFixes } from './pages/fixes';
import { readPage } from './pages/fixture';
import type { PageKind } from './pages/kind';
import { redrawn } from './pages/run';
import { pagesBelow, ROOT } from './sources';

/** `npm run pages:update` draws squiggles, diffs and facts anew; the reviewer reads the difference. */
const isUpdate = process.env.PAGES_UPDATE !== undefined;

describe('pages', () => {
  for (const path of pagesBelow('rules/catalog')) run(path, { rule: basename(path, '.md') });
  for (const path of pagesBelow('rules/models')) run(path, {});
  for (const path of pagesBelow('test/cases')) run(path, { isShort: true });
});

function run(path: string, kind: PageKind): void {
  const text = readFileSync(path, 'utf8');
  const page = readPage(path, text);
  describe(relative(ROOT, path), () => {
    if (isUpdate) {
      it('is drawn anew', () => {
        const drawn = redrawn(page, kind);
        if (drawn !== text) writeFileSync(path, drawn);
      });
      return;
    }
    it('shows something', () => assert.ok(page.sections.length > 0));
    for (const section of page.sections) {
      it(section.heading, () => assert.equal(redrawn({ ...page, sections: [section] }, kind), text));
      it(`${section.heading}: every fix is right`, () => checkFixes(section, kind));
    }
  });
}
