import assert from 'node:assert/strict';
import { decodeToken, findTokenAt, findTokens } from '../../rules/token';
import { encode, SIGNATURES, tokenOf } from './tokens';

const HEADER = encode({ alg: 'HS256' });
const PAYLOAD = encode({ sub: '1' });
const TOKEN = `${HEADER}.${PAYLOAD}.${SIGNATURES.HS256}`;

/** The raw tokens of a text, and the texts under their spans. */
function found(text: string): readonly (readonly [raw: string, under: string])[] {
  return findTokens(text).map(({ span, raw }) => [raw, text.slice(span.start, span.end)]);
}

describe('finding tokens in a text', () => {
  for (const [name, text] of Object.entries({
    alone: TOKEN,
    'in quotes': `const t = '${TOKEN}';`,
    'before a joined line break': `'${TOKEN}' + '\\n'`,
    'behind Bearer': `Authorization: Bearer ${TOKEN}\r\n`,
    'behind an encoded Bearer': `Bearer%20${TOKEN}`,
    'behind an escaped line break': `"\\n${TOKEN}"`,
    'in a query': `https://example.org/?token=${TOKEN}&next=/`,
    'in a path': `/verify/${TOKEN}/now`,
    'before a comma': `{"a":"${TOKEN}","b":1}`,
    'at the end of a sentence': `See ${TOKEN}.`,
    'before a file name': `${TOKEN}.txt`,
    'struck through': `~~${TOKEN}~~`,
  })) {
    it(name, () => assert.deepEqual(found(text), [[TOKEN, TOKEN]]));
  }

  it('reads encoded dots', () => {
    const text = TOKEN.replaceAll('.', '%2E');
    assert.deepEqual(found(`x=${text}&y`), [[TOKEN, text]]);
  });

  it('joins a concatenation, also over lines', () => {
    const text = `${HEADER}.' +\n    "${PAYLOAD}" + \`.${SIGNATURES.HS256.slice(0, 20)}' + '${SIGNATURES.HS256.slice(20)}`;
    assert.deepEqual(found(`'${text}' + rest`), [[TOKEN, text]]);
  });

  it('joins a header that is broken in two', () => {
    const text = `${HEADER.slice(0, 10)}' + '${HEADER.slice(10)}.${PAYLOAD}.${SIGNATURES.HS256}`;
    assert.deepEqual(found(`'${text}'`), [[TOKEN, text]]);
  });

  it('takes the piece before a template hole', () => {
    assert.deepEqual(found(`\`${HEADER}.\${payload}.\${signature}\``), [[`${HEADER}.`, `${HEADER}.`]]);
    const pieces = `${HEADER}.${PAYLOAD}.`;
    assert.deepEqual(found(`\`${pieces}\${signature}\``), [[pieces, pieces]]);
  });

  it('takes what stands before an ellipsis', () => {
    assert.deepEqual(found(`${HEADER}.${PAYLOAD}...`), [[`${HEADER}.${PAYLOAD}...`, `${HEADER}.${PAYLOAD}...`]]);
    assert.deepEqual(found(`${HEADER}…`), [[`${HEADER}...`, `${HEADER}…`]]);
    assert.deepEqual(found(`${HEADER}.${PAYLOAD.slice(0, 5)}...xyz`).length, 1);
  });

  it('takes three parts of a signed token and five of an encrypted one', () => {
    assert.deepEqual(found(`${HEADER}.a.b.c.d`), [[`${HEADER}.a.b`, `${HEADER}.a.b`]]);
    const jwe = `${encode({ alg: 'dir', enc: 'A256GCM' })}..iv.text.tag`;
    assert.deepEqual(found(`${jwe}.more`), [[jwe, jwe]]);
  });

  it('takes disclosures and the key binding of an SD-JWT', () => {
    const disclosure = encode(['salt', 'name', 'Ada']);
    const issued = `${TOKEN}~${disclosure}~${disclosure}~`;
    assert.deepEqual(found(`(${issued})`), [[issued, issued]]);
    const bound = `${issued}${encode({ alg: 'ES256', typ: 'kb+jwt' })}.${PAYLOAD}.${SIGNATURES.ES256}`;
    assert.deepEqual(found(`"${bound}"`), [[bound, bound]]);
    assert.deepEqual(found(`${TOKEN}~`), [[`${TOKEN}~`, `${TOKEN}~`]]);
  });

  it('finds all of them, in order', () => {
    const other = tokenOf({ sub: '2' });
    assert.deepEqual(
      found(`${TOKEN}, ${other}\n${TOKEN}`).map(([raw]) => raw),
      [TOKEN, other, TOKEN],
    );
  });

  for (const [name, text] of Object.entries({
    'an empty text': '',
    words: 'every key in the eyJ file ewok',
    'a header that is no JSON': `${encode('{"alg":HS256}')}.${PAYLOAD}.x`,
    'a header without alg': `${encode({ typ: 'JWT', kid: 'alg' })}.${PAYLOAD}.x`,
    'an alg that is no string': `${encode({ alg: 256, typ: 'JWT' })}.${PAYLOAD}.x`,
    'a header that is an array': `${encode([{ alg: 'HS256' }])}.${PAYLOAD}.x`,
    'a header that is cut': HEADER.slice(0, -2),
    'a JWK in base64': encode({ kty: 'oct', alg: 'HS256', k: 'AAAA' }),
    'base64 of an image': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
    'a payload alone': `.${PAYLOAD}.${SIGNATURES.HS256}`,
  })) {
    it(`finds none in ${name}`, () => {
      assert.deepEqual(found(text), []);
      assert.equal(decodeToken(text), undefined);
    });
  }
});

describe('finding the token at an offset', () => {
  const text = `a = "${TOKEN}", b = "${TOKEN}"`;
  const [first, second] = findTokens(text);

  it('answers from the first character to right behind the last', () => {
    assert.equal(findTokenAt(text, 4), undefined);
    assert.deepEqual(findTokenAt(text, 5), first);
    assert.deepEqual(findTokenAt(text, 5 + TOKEN.length), first);
    assert.equal(findTokenAt(text, 6 + TOKEN.length), undefined);
    assert.deepEqual(findTokenAt(text, text.length - 1), second);
    assert.equal(findTokenAt(text, text.length), undefined);
  });

  it('answers in absolute offsets deep inside a long text', () => {
    const long = `${'x '.repeat(100_000)}${TOKEN} ${'y '.repeat(100_000)}`;
    assert.deepEqual(findTokenAt(long, 200_050), {
      span: { start: 200_000, end: 200_000 + TOKEN.length },
      raw: TOKEN,
    });
  });
});
