import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze, applyEdits, chooseEdits } from '../rules';
import { languageOf, scriptOf } from '../rules/syntax';
import { ALONE, parsed } from './alone';
import { codeOf, readPage } from './pages/fixture';

const PAGE = 'test/cases/components.md';
const page = readPage(PAGE, readFileSync(join(__dirname, '..', PAGE), 'utf8'));
const components = page.sections.flatMap(({ heading, blocks }) =>
  blocks
    .filter(({ language }) => ['vue', 'svelte', 'astro', 'html'].includes(language))
    .map((block) => ({ heading, file: `/input.${block.language}`, code: codeOf(block) })),
);

/** What is said of which text, and what each fix makes of the file. */
function seen({ findings }: Analysis, text: string): unknown {
  return findings.map(({ rule, span, fixes }) => ({
    rule,
    at: text.slice(span.start, span.end),
    line: text.slice(0, span.start).split('\n').length,
    fixed: fixes.map((fix) => applyEdits(text, chooseEdits(fix, undefined)).replaceAll('\r\n', '\n')),
  }));
}

describe('components and pages', () => {
  it('are several', () => assert.ok(components.length > 20));

  for (const { heading, file, code } of components) {
    const fresh = seen(analyze(parsed(file, code), ALONE), code);

    it(`${heading} (${file}): line ends of Windows change nothing`, () => {
      const windows = code.replaceAll('\n', '\r\n');
      assert.deepEqual(seen(analyze(parsed(file, windows), ALONE), windows), fresh);
    });

    it(`${heading} (${file}): what is typed is read as what is loaded`, () => {
      let document = parsed(file, '');
      for (let end = 0; end < code.length; end += 5) {
        const text = code.slice(0, end);
        document = parsed(file, text, document);
        assert.equal(document.text, text);
        analyze(document, ALONE);
      }
      document = parsed(file, code, document);
      assert.deepEqual(seen(analyze(document, ALONE), code), fresh);
    });

    it(`${heading} (${file}): nothing but spaces and separators is added, and no offset moves`, () => {
      const { text } = scriptOf(code, languageOf(file));
      assert.equal(text.length, code.length);
      for (const [index, character] of [...text.split('')].entries()) {
        if (character !== code[index]) assert.match(character, /[ ;(){}=>\v\n]/);
        if (/[\r\n]/.test(code.charAt(index))) assert.equal(character, code[index]);
      }
    });
  }

  it('get no fix that would end the attribute that it writes to', () => {
    const fixes = (heading: string) => {
      const { file, code } = components.find((one) => one.heading === heading) ?? assert.fail(heading);
      return analyze(parsed(file, code), ALONE).findings.flatMap((finding) => finding.fixes);
    };
    assert.equal(fixes('Fixes in handlers keep to the other quote').length, 1);
    assert.deepEqual(fixes('A fix that would end its attribute is not offered'), []);
  });

  it('take the language of their scripts', () => {
    const dialect = (file: string, text: string) => scriptOf(text, languageOf(file)).dialect;
    assert.equal(dialect('a.vue', '<script>a</script>'), 'js');
    assert.equal(dialect('a.vue', '<script lang="ts">a</script>'), 'ts');
    assert.equal(dialect('a.vue', '<script lang="jsx">a</script><script setup lang="ts">b</script>'), 'tsx');
    assert.equal(dialect('a.vue', '<script lang="ts" src="a.ts"></script>'), 'js');
    assert.equal(dialect('a.astro', '---\n---\n<p></p>'), 'ts');
    assert.equal(dialect('a.html', '<script type="text/babel">a</script>'), 'jsx');
  });

  it('are read to their end however hostile they are', () => {
    for (const part of ['{', '<', '<script ', '<a b="', '<a b={', '<!--', '`${', '{"', '{#each ', '---\n', '<style>{'])
      for (const file of ['a.vue', 'a.svelte', 'a.astro', 'a.html']) scriptOf(part.repeat(30_000), languageOf(file));
  }).timeout(120_000);
});
