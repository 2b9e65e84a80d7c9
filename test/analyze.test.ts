import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze, parseDocument, summarize } from '../rules';
import { catalog } from '../rules/catalog';
import type { Rule } from '../rules/catalog/rule';
import { ALONE, parsed } from './alone';
import { CODE_LANGUAGES, codeOf, readPage } from './pages/fixture';

const CODE = "import jwt from 'jsonwebtoken';\nconst token = jwt.sign({ sub: 1 }, 'k3y-of-mine');\n";

/** What a person sees of an analysis. */
function seen({ findings }: Analysis): readonly string[] {
  return findings.map(({ rule, span, message }) => `${rule} ${span.start}-${span.end} ${message}`);
}

describe('analyze', () => {
  it('loses the findings of a rule that throws, and nothing else', () => {
    const broken: Rule = {
      ...(catalog[0] as Rule),
      id: 'broken',
      preset: 'recommended',
      on: ['TokenSign'],
      check() {
        throw new Error('no');
      },
    };
    const registry = catalog as Rule[];
    registry.push(broken);
    try {
      const { findings, crashes } = analyze(parsed('a.ts', CODE), ALONE);
      assert.deepEqual(
        crashes.map(({ rule }) => rule),
        ['broken'],
      );
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['jwt-missing-expiry', 'jwt-hardcoded-secret'],
      );
    } finally {
      registry.pop();
    }
  });

  it('says so when code nests too deeply, and does not throw', () => {
    const depth = 5000;
    const brackets = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    assert.equal(parseDocument('a.ts', `${CODE}const a = ${brackets};`).kind, 'too-deep');
    const chain = parseDocument('a.ts', `import jwt from 'jsonwebtoken';\njwt${'.a()'.repeat(20_000)}.sign({}, 'k');`);
    if (chain.kind === 'parsed') assert.equal(typeof analyze(chain.document, ALONE).isTooDeep, 'boolean');
  });

  it('follows long concatenations', () => {
    const sum = Array.from({ length: 20_000 }, (_, i) => `'${i}'`).join(' + ');
    const { findings, isTooDeep } = analyze(parsed('a.ts', `${CODE}document.cookie = 'token=' + ${sum};`), ALONE);
    assert.equal(isTooDeep, false);
    assert.ok(findings.some(({ rule }) => rule === 'token-in-script-cookie'));
  });

  it('gives up on evaluation cycles', () => {
    const code =
      'const a = b, b = c, c = { ...a, f: () => g() };\nfunction g() { return g() || c.f(); }\nlocalStorage.setItem(g(), g());';
    assert.deepEqual(analyze(parsed('a.ts', code), ALONE).crashes, []);
  });

  it('names what it does not know yet, and finds it later', () => {
    const document = parsed(
      '/a.ts',
      "import jwt from 'jsonwebtoken';\nimport { KEY } from './key';\njwt.sign({}, KEY);\n",
    );
    const first = analyze(document, { ...ALONE, summary: () => undefined });
    assert.deepEqual(first.missing, [{ kind: 'summary', specifier: './key', from: '/a.ts' }]);
    assert.deepEqual(
      first.findings.map(({ rule }) => rule),
      ['jwt-missing-expiry'],
    );
    const key = summarize(parsed('/key.ts', "export const KEY = 'k3y-of-mine';"), []);
    const second = analyze(document, { ...ALONE, summary: () => key ?? null });
    assert.deepEqual(
      second.findings.map(({ rule }) => rule),
      ['jwt-missing-expiry', 'jwt-hardcoded-secret'],
    );
  });
});

describe('unfinished code', () => {
  const samples = pageCode();

  it('never throws, wherever the text ends', () => {
    for (const text of samples) {
      for (let end = 0; end < text.length; end += 7) analyze(parsed('a.tsx', text.slice(0, end)), ALONE);
    }
  }).timeout(180_000);

  it('ends in the findings of a fresh analysis, however it was typed', () => {
    for (const text of samples.slice(0, 12)) {
      let document = parsed('a.tsx', '');
      for (let end = 0; end < text.length; end += 11) {
        document = parsed('a.tsx', text.slice(0, end), document);
        analyze(document, ALONE);
      }
      document = parsed('a.tsx', text, document);
      assert.deepEqual(seen(analyze(document, ALONE)), seen(analyze(parsed('a.tsx', text), ALONE)));
    }
  }).timeout(180_000);

  it('judges code anew that rests on a constant elsewhere', () => {
    const text = (flag: string): string =>
      `const flag = ${flag};\nlet count = 0;\nif (flag) {\n  localStorage.setItem('access_token', res.accessToken);\n}\n` +
      "if (isOff()) count++;\nfunction isOff() {\n  if (flag) return true;\n  localStorage.setItem('refresh_token', res.refreshToken);\n}\n";
    const [asked, fixed] = [text("process.env.NODE_ENV === 'production'"), text('true')];
    let document = parsed('a.ts', asked);
    for (const now of [asked, fixed, asked, fixed]) {
      document = parsed('a.ts', now, document);
      assert.deepEqual(seen(analyze(document, ALONE)), seen(analyze(parsed('a.ts', now), ALONE)));
    }
    assert.notDeepEqual(seen(analyze(parsed('a.ts', asked), ALONE)), seen(analyze(document, ALONE)));
  });
});

/** The code of every rule's page. */
function pageCode(): readonly string[] {
  const folder = join(__dirname, '../rules/catalog');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readPage(name, readFileSync(join(folder, name), 'utf8')).sections)
    .flatMap(({ blocks }) => blocks.filter(({ language }) => CODE_LANGUAGES.has(language)).map(codeOf));
}
