import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { DOCS_URL, rules } from '../rules';
import { models } from '../rules/models';
import { documentation, GENERATED_FOLDERS } from '../scripts/docs';
import { problemsOf } from '../scripts/docs/configuration';
import { EXAMPLES, MISTAKES, TEST_FILES } from '../scripts/docs/configurationExamples';
import { anchorsOf, proseLines } from '../scripts/docs/markdown';
import { modelModules } from '../scripts/registries';
import { configShape } from '../server/host/config/configShape';
import { readConfig } from '../server/host/config/readConfig';
import { isTestFile } from '../server/host/files/testFiles';
import { filesIn, ROOT } from './sources';

const OUTSIDE = new Set(['node_modules', 'dist']);
const PAGES = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !name.startsWith('.') && !OUTSIDE.has(name))
  .flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : entry.name))
  .filter((path) => path.endsWith('.md') && !path.includes('/node_modules/'));

describe('documentation', function () {
  // All examples of all rules are analysed.
  this.timeout(60_000);

  it('invariant 7: is as the rules, the models and the configuration are', () => {
    const generated = documentation();
    const stale = generated.filter(({ path, text }) => read(path) !== text);
    assert.deepEqual(
      stale.map(({ path }) => path),
      [],
      'npm run generate',
    );
    const paths = new Set(generated.map(({ path }) => path));
    assert.deepEqual(
      GENERATED_FOLDERS.flatMap(filesIn).filter((path) => !paths.has(path)),
      [],
      'npm run generate',
    );
  });

  it('has a page for each rule, at the address that findings link to', () => {
    for (const { id, docsUrl } of rules) {
      assert.ok(docsUrl.startsWith(`${DOCS_URL}/`), docsUrl);
      assert.match(read(`${docsUrl.slice(DOCS_URL.length + 1)}.md`) ?? '', new RegExp(`^# ${id}$`, 'm'));
    }
  });

  it('tells in the page of each rule the danger, the attack, examples, and when to turn it off', () => {
    for (const { id } of rules) {
      const headings = anchorsOf(read(`docs/rules/${id}.md`) ?? '');
      for (const heading of [
        'the-attack',
        'what-is-reported',
        'fixes',
        'options',
        'libraries',
        'when-to-turn-it-off',
        'references',
      ]) {
        assert.ok(headings.includes(heading), `${id} has no ${heading}`);
      }
    }
  });

  it('tells each attack in one sentence', () => {
    for (const { id } of rules) {
      const [, attack = ''] = /^## The attack\n\n([\s\S]*?)\n\n## /m.exec(read(`docs/rules/${id}.md`) ?? '') ?? [];
      assert.equal(attack.match(/[.!?](?=\s|$)/g)?.length, 1, `${id}: ${attack}`);
    }
  });

  it('has a page for each model, with where it was read from', () => {
    modelModules().forEach(({ module }, index) => {
      assert.ok(read(`docs/libraries/${module}.md`)?.includes(models[index]?.source ?? '?'), module);
    });
  });

  it('shows nothing that only tests read', () => {
    const leaking = documentation().filter(({ text }) => /^```facts|^\s*~+ \^ |^```.* file=/m.test(text));
    assert.deepEqual(
      leaking.map(({ path }) => path),
      [],
    );
  });

  it('has as many cells in each row as its table has columns', () => {
    const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    for (const { path, text } of documentation()) {
      proseLines(text).forEach((line, index, lines) => {
        const above = lines[index - 1] ?? '';
        if (line.startsWith('|') && above.startsWith('|')) assert.equal(cells(line), cells(above), `${path}: ${line}`);
      });
    }
  });

  it('has examples of the configuration that are right, one for each key', () => {
    const shape = configShape(rules);
    assert.deepEqual(Object.keys(EXAMPLES), Object.keys(shape.keys));
    assert.deepEqual(readConfig('', JSON.stringify(EXAMPLES), shape).problems, []);
  });

  it('has examples of mistakes that are mistakes, and of test code that is', () => {
    assert.deepEqual(
      MISTAKES.filter((text) => problemsOf(text).length === 0),
      [],
    );
    assert.deepEqual(
      TEST_FILES.filter((path) => !isTestFile(path)),
      [],
    );
  });
});

describe('links', () => {
  it('lead to files and headings that are there', () => {
    assert.deepEqual(
      PAGES.flatMap((page) => brokenLinks(page)),
      [],
    );
  });

  it('are looked at in every page', () => {
    assert.ok(PAGES.length > 300);
    assert.deepEqual(
      brokenLinks('README.md', '[a](nowhere.md) `[b](c)` [d](docs/README.md#nothing) [e](#none) <img src="no.png">'),
      ['README.md: nowhere.md', 'README.md: docs/README.md#nothing', 'README.md: #none', 'README.md: no.png'],
    );
  });
});

const anchors = new Map<string, readonly string[]>();

function brokenLinks(page: string, text = read(page) ?? ''): readonly string[] {
  const prose = proseLines(text).join('\n');
  const links = [
    ...prose.replace(/(`+).*?\1/g, '').matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)|\bsrc(?:set)?="([^"]+)"/gm),
  ];
  return links
    .map(([, inline, reference, picture]) => inline ?? reference ?? picture ?? '')
    .filter((link) => !/^[a-z][a-z+.-]*:/i.test(link) && isBroken(page, link))
    .map((link) => `${page}: ${link}`);
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(dirname(page), decodeURI(path));
  if (!existsSync(join(ROOT, target))) return true;
  if (anchor === undefined) return false;
  if (!anchors.has(target)) anchors.set(target, anchorsOf(read(target) ?? ''));
  return !anchors.get(target)?.includes(anchor);
}

function read(path: string): string | undefined {
  const file = join(ROOT, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
}
