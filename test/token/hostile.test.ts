import assert from 'node:assert/strict';
import { marked, type Token } from 'marked';
import { POLICIES } from '../../rules/config';
import {
  decodeToken,
  findTokenAt,
  findTokens,
  toHoverMarkdown,
  toInspectorJson,
  toPlainText,
  toTokenDocument,
  toVerdict,
} from '../../rules/token';
import { decoded, encode, NOW, SECONDS, SIGNATURES, tokenOf } from './tokens';

const OPTIONS = { policy: POLICIES.recommended, timeZone: 'Europe/Stockholm' };

// Raw in a text these do what their names say; `\p{Cf}` holds the direction overrides and zero-width characters.
const ACTIVE = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const INJECTIONS: readonly string[] = [
  '`',
  '``',
  '```\n# heading\n```',
  '\\`',
  '|',
  '\\|',
  '\\\\|',
  '` | `',
  '\n',
  '\r\n\r\n# heading',
  '\n- item\n> quote',
  '\n\n---\n',
  '<img src=x onerror=alert(1)>',
  '<a href="`">',
  '<!--',
  '</code></td></table><script>',
  '&lt;b&gt;',
  '[link](https://evil.example)',
  '[run](command:workbench.action.terminal.new)',
  '![image](https://evil.example/pixel.png)',
  '<https://evil.example>',
  'https://evil.example',
  '[ref]: https://evil.example',
  '**bold** _em_ ~~gone~~',
  '$(alert) $$x$$',
  '\u{202e}drowssap\u{202c}',
  '\u{2066}\u{2069}\u{200f}\u{61c}',
  '\u{200b}\u{feff}\u{ad}\u{e0041}\u{3164}\u{a0}\u{fff9}\u{6dd}',
  '\u{1b}[31mred\u{1b}[0m\u{1b}]8;;https://evil.example\u{7}',
  '\u{9b}31m\u{85}\u{2028}\u{2029}\0\b\x7f',
  '\ud800',
  '__proto__',
  'constructor',
  '',
];

/** What acts in a rendered hover: everything except text, code, the verdict, tables, lists and paragraphs. */
function activeParts(markdown: string): readonly string[] {
  const active: string[] = [];
  const inert = new Set(['text', 'codespan', 'strong', 'table', 'list', 'list_item', 'paragraph', 'space']);
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (!inert.has(token.type)) active.push(`${token.type}: ${token.raw}`);
  });
  return active;
}

function columnsOf(markdown: string): readonly number[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').length);
}

/** Runs every view of a text, and asserts that nothing in them acts. */
function assertInert(raw: string): void {
  for (const { span } of findTokens(raw)) assert.ok(span.start < span.end && span.end <= raw.length);
  const token = decodeToken(raw);
  if (token === undefined) return;
  const hover = toHoverMarkdown(token, NOW, OPTIONS);
  assert.deepEqual(activeParts(hover), []);
  assert.ok(columnsOf(hover).every((columns) => columns === 5));
  assert.ok(hover.length < 12_000, `a hover of ${hover.length} characters`);
  assert.ok(hover.endsWith('\n\nDecoded, not verified.'));
  assert.ok(hover.startsWith(`**${toVerdict(token, NOW)}**\n\n`));
  const text = toPlainText(token, NOW, OPTIONS);
  assert.ok(text.endsWith('\nDecoded, not verified.\n'));
  const document = toTokenDocument(token, NOW, OPTIONS, { outcome: 'unchecked', reason: 'Why.' });
  assert.deepEqual(
    activeParts(document).map((part) => part.slice(0, part.indexOf('\n'))),
    ['heading: # The signature was not checked.', 'code: ```jsonc'],
  );
  assert.doesNotMatch(document, /:\/\//);
  assert.ok(document.length < 150_000, `a document of ${document.length} characters`);
  for (const view of [hover, text, toInspectorJson(token), document]) assert.doesNotMatch(view, ACTIVE);
}

/** A generator of numbers in [0, 1) that is the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('hostile tokens', function () {
  this.timeout(30_000);

  for (const text of INJECTIONS) {
    it(`${JSON.stringify(text)} stays text wherever it stands`, () => {
      const claims = {
        iss: text,
        aud: [text],
        sub: { [text]: text },
        exp: text,
        email: text,
        role: text,
        [text]: text,
      };
      assertInert(tokenOf(claims, { kid: text, typ: text, cty: text, [text]: text }));
      assertInert(tokenOf(claims, { alg: text }));
      assertInert(tokenOf({ [text.repeat(30)]: text.repeat(100), [`a${text}`]: `a${text}` }));
      assertInert(`${tokenOf({})}~${encode([text, text, text])}~${encode([text, text])}~`);
    });
  }

  it('shows the exact text of a claim in code', () => {
    const hover = toHoverMarkdown(decoded(tokenOf({ x: '` | <b> \\| $(x) \u{202e}\n' })), NOW, OPTIONS);
    const html = marked.parse(hover, { async: false });
    assert.match(
      html,
      /<td><code>&quot;\\u0060 \\u007c &lt;b&gt; \\\\\\u007c \\u0024\(x\) \\u202e\\n&quot;<\/code><\/td>/,
    );
  });

  it('survives 10,000 levels of nesting and a million characters', () => {
    assertInert(tokenOf(`{"deep":${'['.repeat(5000)}${']'.repeat(5000)}}`));
    assertInert(tokenOf(`{"deep":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}`));
    assertInert(tokenOf(`{"deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}`));
    assertInert(tokenOf({ sub: '1', long: 'x'.repeat(1_000_000) }));
    assertInert(tokenOf(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`claim${i}`, i]))));
    assertInert(tokenOf({ list: Array.from({ length: 3000 }, () => 0) }));
    let nested = tokenOf({ sub: '1' });
    while (nested.length < 15_000) nested = `${encode({ alg: 'RS256' })}.${encode(nested)}.AAAA`;
    assertInert(nested);
  });

  it('decodes no more of a longer token as it grows', () => {
    const raw = tokenOf({ iss: 'x', name: 'Zoë 🎉', iat: SECONDS, exp: SECONDS + 60, list: [1, { a: ',' }] });
    const whole = decoded(raw).claims;
    let known = 0;
    for (let length = 0; length <= raw.length; length++) {
      const cut = raw.slice(0, length);
      assertInert(cut);
      const token = decodeToken(cut);
      assert.equal(token === undefined, length < raw.indexOf('.'));
      const claims = Object.entries(token?.claims ?? {});
      for (const [name, value] of claims) assert.deepEqual(value, whole?.[name]);
      assert.ok(claims.length >= known, 'claims only join as more of the token is there');
      known = claims.length;
      if (length < raw.length) assert.notDeepEqual(token?.problems, []);
    }
    assert.equal(known, 5);
  });

  it('never throws on random bytes and random damage', () => {
    const random = randomFrom(20_261_120);
    const pick = (count: number) => Math.floor(random() * count);
    const raw = `${tokenOf({ iss: 'x', exp: SECONDS, list: [1, 'é'] })}~${encode(['s', 'a', 'b'])}~`;
    for (let round = 0; round < 300; round++) {
      const bytes = Array.from({ length: pick(60) }, () => pick(256));
      const noise = Buffer.from(bytes).toString(round % 2 === 0 ? 'latin1' : 'base64url');
      const at = pick(raw.length);
      assertInert(raw.slice(0, at) + noise + raw.slice(at + pick(10)));
      assertInert(`${encode({ alg: 'HS256' })}.${noise}.${noise}`);
      assertInert(`${encode({ alg: 'HS256' })}.${encode(noise)}.${SIGNATURES.HS256}`);
      assertInert(tokenOf({ [noise]: noise, exp: random() * 10 ** pick(20) }, { [noise]: noise }));
    }
  });

  // Quadratic time on these would outlast mocha's timeout by far.
  for (const unit of [
    'eyJ',
    'eyJhbGci ',
    'eyJhbGciOiIifQ.',
    'eyJhbGciOiIifQ..',
    'eyJhbGciOiIifQ/',
    'eyJhbGciOiJ9fQ~',
    "eyJhbGciOiIifQ' + '",
    "eyJ'                         ",
    '=%3D',
    '........',
  ]) {
    it(`reads 400 kB of ${JSON.stringify(unit)} in linear time`, () => {
      const text = unit.repeat(400_000 / unit.length);
      assert.ok(findTokens(text).every(({ raw }) => raw.length <= 16_387));
      findTokenAt(text, text.length >> 1);
      const token = decodeToken(text);
      if (token !== undefined) toPlainText(token, NOW, OPTIONS);
    });
  }
});
