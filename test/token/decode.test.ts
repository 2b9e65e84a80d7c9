import assert from 'node:assert/strict';
import { CompactEncrypt, CompactSign, EncryptJWT, SignJWT, UnsecuredJWT } from 'jose';
import { decodeToken } from '../../rules/token';
import { decoded, encode, SIGNATURES, tokenOf } from './tokens';

const KEY = new TextEncoder().encode('no secret, only a key for tests!');
const HEADER = encode({ alg: 'HS256' });

/** Shape, claims and problems: what a reader of a token sees of it. */
function read(raw: string): { shape: string; claims: unknown; problems: readonly string[] } {
  const { shape, claims, problems } = decoded(raw);
  return { shape, claims, problems };
}

describe('decoding every shape', () => {
  it('JWS', async () => {
    const raw = await new SignJWT({ name: 'Zoë 🎉' }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(KEY);
    assert.deepEqual(read(raw), { shape: 'jws', claims: { name: 'Zoë 🎉' }, problems: [] });
    assert.deepEqual(decoded(raw).header, { alg: 'HS256', typ: 'JWT' });
  });

  it('unsecured', () => {
    const raw = new UnsecuredJWT({ sub: '1' }).encode();
    assert.deepEqual(read(raw), { shape: 'unsecured', claims: { sub: '1' }, problems: [] });
    const odd = `${encode({ alg: 'NonE' })}.${encode({})}.AAAA`;
    assert.deepEqual(read(odd), {
      shape: 'unsecured',
      claims: {},
      problems: ['`alg` is `none`, yet a signature follows.'],
    });
  });

  it('detached', () => {
    const raw = `${HEADER}..${SIGNATURES.HS256}`;
    assert.deepEqual(read(raw), { shape: 'detached', claims: undefined, problems: [] });
  });

  it('not encoded', () => {
    const raw = `${encode({ alg: 'HS256', b64: false, crit: ['b64'] })}.plain.${SIGNATURES.HS256}`;
    assert.deepEqual(read(raw), {
      shape: 'jws',
      claims: undefined,
      problems: ['The payload is not encoded: `b64` is false.'],
    });
  });

  it('JWE, header only', async () => {
    const raw = await new EncryptJWT({ sub: '1' }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(KEY);
    assert.deepEqual(read(raw), { shape: 'jwe', claims: undefined, problems: [] });
    assert.deepEqual(decoded(raw).header, { alg: 'dir', enc: 'A256GCM' });
    const [header, key, iv, text] = raw.split('.');
    assert.deepEqual(read(`${header}.${key}.${iv}.${text}`), {
      shape: 'truncated',
      claims: undefined,
      problems: ['The authentication tag is missing.'],
    });
  });

  it('SD-JWT', () => {
    const disclosures = [encode(['salt', 'family_name', 'Möbius']), encode(['salt', 'DE']), encode({}), encode('no')];
    const token = decoded(`${tokenOf({ _sd: ['x'] })}~${disclosures.join('~')}~`);
    assert.equal(token.shape, 'sd-jwt');
    assert.deepEqual(token.disclosures, [
      { name: 'family_name', value: 'Möbius' },
      { name: undefined, value: 'DE' },
    ]);
    assert.equal(token.hasKeyBinding, false);
    assert.deepEqual(token.problems, ['A disclosure is not a JSON array.']);
    const bound = decoded(`${tokenOf({})}~${encode({ alg: 'ES256' })}.${encode({})}.${SIGNATURES.ES256}`);
    assert.deepEqual(bound.disclosures, []);
    assert.equal(bound.hasKeyBinding, true);
  });

  it('nested', async () => {
    const inner = await new SignJWT({ sub: '1' }).setProtectedHeader({ alg: 'HS256' }).sign(KEY);
    const signer = new CompactSign(new TextEncoder().encode(inner)).setProtectedHeader({ alg: 'HS256', cty: 'JWT' });
    const token = decoded(await signer.sign(KEY));
    assert.equal(token.shape, 'nested');
    assert.equal(token.claims, undefined);
    assert.deepEqual(token.problems, []);
    assert.deepEqual(token.nested?.claims, { sub: '1' });
  });

  it('nested and encrypted', async () => {
    const encrypter = new CompactEncrypt(new TextEncoder().encode(tokenOf({})));
    const raw = await encrypter.setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' }).encrypt(KEY);
    assert.equal(decoded(raw).nested, undefined);
    assert.equal(decoded(raw).shape, 'jwe');
  });
});

describe('decoding as far as it goes', () => {
  const payload = encode({ sub: '1', name: 'Zoë', exp: 17_000 });

  const cases: Record<string, [raw: string, shape: string, claims: unknown, ...problems: string[]]> = {
    'a header alone': [HEADER, 'truncated', undefined, 'The payload is missing.', 'The signature is missing.'],
    'no signature': [`${HEADER}.${encode({ a: 1 })}`, 'truncated', { a: 1 }, 'The signature is missing.'],
    'an empty signature': [`${HEADER}.${encode({ a: 1 })}.`, 'truncated', { a: 1 }, 'The signature is missing.'],
    'a signature in words': [
      `${HEADER}.${encode({ a: 1 })}.signature`,
      'jws',
      { a: 1 },
      'The signature is not base64url.',
    ],
    'a short signature': [
      `${HEADER}.${encode({ a: 1 })}.c2lnbmF0dXJl`,
      'jws',
      { a: 1 },
      'The signature has 9 bytes; HS256 makes 32.',
    ],
    'a payload that is cut': [
      `${HEADER}.${payload.slice(0, -3)}`,
      'truncated',
      { sub: '1', name: 'Zoë' },
      'The payload is cut off.',
      'The signature is missing.',
    ],
    'an ellipsis': [`${HEADER}.${payload.slice(0, 8)}...`, 'truncated', undefined, 'The token is cut off.'],
    'a payload that is no JSON': [
      `${HEADER}.${encode('hello')}.${SIGNATURES.HS256}`,
      'jws',
      undefined,
      'The payload is not JSON.',
    ],
    'a payload that goes wrong': [
      `${HEADER}.${encode('{"a":[1,{"b":"}\\",{"}],"c":2,oops')}.${SIGNATURES.HS256}`,
      'jws',
      { a: [1, { b: '}",{' }], c: 2 },
      'The payload is not JSON.',
    ],
    'a payload that is an array': [
      `${HEADER}.${encode([1])}.${SIGNATURES.HS256}`,
      'jws',
      undefined,
      'The payload is JSON, but not an object.',
    ],
    'a payload in Latin-1': [
      `${HEADER}.${Buffer.from('{"n":"Zo\xeb"}', 'latin1').toString('base64url')}.${SIGNATURES.HS256}`,
      'jws',
      { n: 'Zo\u{fffd}' },
      'The payload is not UTF-8.',
    ],
    'a payload in plain base64': [
      `${HEADER}.${Buffer.from('{"n":"??>>~~é"}').toString('base64')}.${SIGNATURES.HS256}`,
      'jws',
      { n: '??>>~~é' },
      'The payload is not base64url.',
    ],
    'a padded header': [
      `${Buffer.from('{"alg":"HS256" }').toString('base64')}.${encode({})}.${SIGNATURES.HS256}`,
      'jws',
      {},
      'The header is not base64url.',
    ],
    'a header in Latin-1': [
      `${Buffer.from('{"alg":"HS256","kid":"\xeb"}', 'latin1').toString('base64url')}.${encode({})}.${SIGNATURES.HS256}`,
      'jws',
      {},
      'The header is not UTF-8.',
    ],
  };
  for (const [name, [raw, shape, claims, ...problems]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(read(raw), { shape, claims, problems }));
  }

  it('never takes a number that may be cut for whole', () => {
    const start = encode('{"sub":"1","exp":17');
    assert.deepEqual(decoded(`${HEADER}.${start}`).claims, { sub: '1' });
  });

  it('keeps names that objects have by nature', () => {
    const raw = `${HEADER}.${encode('{"__proto__":{"a":1},"constructor":"x"}')}.${SIGNATURES.HS256}`;
    const { claims } = decoded(raw);
    assert.deepEqual(Object.keys(claims ?? {}), ['__proto__', 'constructor']);
    assert.equal(claims?.a, undefined);
  });

  it('caps a token at 16 kB and keeps its first claims', () => {
    const token = decoded(tokenOf({ sub: '1', long: 'x'.repeat(1_000_000), last: 1 }));
    assert.equal(token.shape, 'truncated');
    assert.deepEqual(token.claims, { sub: '1' });
    assert.deepEqual(token.problems, ['The token is cut off after 16 kB.']);
    assert.equal(token.parts.join('.').length, 16_384);
  });
});

describe('decoding what people paste', () => {
  const raw = tokenOf({ sub: '1', name: 'a name that makes the token long enough to wrap' });
  const wrapped = raw.match(/.{1,40}/g)?.join('\n') ?? '';

  for (const [name, text] of Object.entries({
    'with a line break': `${raw}\n`,
    'behind Bearer and in quotes': `"Bearer ${raw}",`,
    'broken over lines': wrapped,
    'broken over lines, indented and behind Bearer': `  Bearer\n  ${wrapped.replaceAll('\n', '\r\n  ')}\n`,
    'as a header of HTTP': `GET / HTTP/1.1\nAuthorization: Bearer ${raw}\nAccept: */*\n`,
  })) {
    it(name, () => assert.deepEqual(decodeToken(text), decodeToken(raw)));
  }

  it('does not glue text that follows a token to it', () => {
    assert.deepEqual(decoded(`${raw}\nHello`).parts, raw.split('.'));
    const { parts } = decoded(`${raw.slice(0, -4)}\nand more text`);
    assert.deepEqual(parts, raw.slice(0, -4).split('.'));
  });
});
