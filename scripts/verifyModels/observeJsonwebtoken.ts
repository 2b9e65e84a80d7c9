import { claimProbes, JSONWEBTOKEN_OPTIONS } from './claimProbes';
import { hmac, lifetimeOf, now, open, PUBLIC_BASE64, PUBLIC_PEM, SECRET, unsigned } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';
import { type Accepts, keyChoice, unsignedTokens } from './verdicts';

interface Jsonwebtoken {
  sign(payload: object, key: unknown, options?: object): string;
  verify(token: string, key: unknown, options?: object): unknown;
  decode(token: string): unknown;
}

/** What every pinned release of jsonwebtoken signs, accepts and decodes. */
export async function observeJsonwebtoken(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const library of releasesOf('jsonwebtoken')) {
    const jwt = await load<Jsonwebtoken>(library);
    observations.push(...(await observe(library, 'sign()', signProbes(library, jwt))));
    observations.push(...(await observe(library, 'verify()', verifyProbes(library, jwt))));
    observations.push(...(await observe(library, 'decode()', decodeProbes(library, jwt))));
  }
  return observations;
}

function signProbes(library: Library, { sign }: Jsonwebtoken): readonly Probe[] {
  const algorithm = sourceOf(library, 'sign.js', "options.algorithm || 'HS256'");
  const expiry = sourceOf(library, 'sign.js', 'payload.exp = timespan(options.expiresIn');
  const units = sourceOf(library, 'lib/timespan.js', "typeof time === 'string'");
  const empty = sourceOf(library, 'sign.js', "!secretOrPrivateKey && options.algorithm !== 'none'");
  const made = (call: string, key: unknown, options: object): Probe => ({
    attribute: 'algorithm',
    probe: call,
    source: algorithm,
    program: program(call),
    run: () => describe(sign({ sub: 'u1' }, key, options)),
  });
  const life = (text: string, expiresIn: unknown): Probe => ({
    attribute: 'lifetime',
    probe: `{ expiresIn: ${text} }`,
    source: units,
    program: program(`sign(payload, secret, { expiresIn: ${text} })`),
    run: () => lifetimeOf(sign({ sub: 'u1' }, SECRET, { expiresIn })),
  });
  const keyed = (text: string, key: unknown): Probe => ({
    attribute: 'key',
    probe: `sign(payload, ${text})`,
    source: empty,
    run: () => describe(sign({ sub: 'u1' }, key)),
  });
  return [
    made('sign(payload, secret)', SECRET, {}),
    made("sign(payload, secret, { algorithm: 'HS512' })", SECRET, { algorithm: 'HS512' }),
    made("sign(payload, secret, { algorithm: 'none' })", SECRET, { algorithm: 'none' }),
    made("sign(payload, null, { algorithm: 'none' })", null, { algorithm: 'none' }),
    made("sign(payload, secret, { header: { alg: 'none' } })", SECRET, { header: { alg: 'none' } }),
    keyed("''", ''),
    keyed("'x'", 'x'),
    {
      attribute: 'lifetime',
      probe: 'sign(payload, secret)',
      source: expiry,
      program: program('sign({}, secret)'),
      run: () => lifetimeOf(sign({}, SECRET)),
    },
    life('undefined', undefined),
    ...[3600, '3600', '1h', '1M', '2 days', 1.5].map((value) => life(spell(value), value)),
    {
      attribute: 'lifetime',
      probe: 'sign({ exp: Date.now() + 3600000 }, secret)',
      source: expiry,
      run: () => lifetimeOf(sign({ exp: Date.now() + 3_600_000 }, SECRET)),
    },
  ];
}

function verifyProbes(library: Library, { verify }: Jsonwebtoken): readonly Probe[] {
  const choice = sourceOf(library, 'verify.js', 'if (!options.algorithms)');
  const none = sourceOf(library, 'verify.js', '!hasSignature && !options.algorithms');
  const exp = sourceOf(library, 'verify.js', '!options.ignoreExpiration');
  const accepts: Accepts = (token, key, options) => verify(token, key, options);
  const tried =
    (attribute: string, source: string) =>
    (probe: string, make: () => string, key: unknown, options = {}) => ({
      attribute,
      probe,
      source,
      run: () => (accepts(make(), key, options) ? 'accepted' : 'rejected'),
    });
  const unsignedWith = tried('key', none);
  const listed = tried('algorithms', choice);
  const aged = tried('lifetime', exp);
  return [
    {
      attribute: 'withoutAlgorithms',
      probe: 'forged tokens, no algorithms',
      source: choice,
      program: program('verify(token, key)'),
      run: () => keyChoice(accepts),
    },
    {
      attribute: 'unsignedWithoutKey',
      probe: 'unsigned tokens, falsy key',
      source: none,
      program: program('verify(token, key)'),
      run: () => unsignedTokens(accepts),
    },
    ...[undefined, null, false, '', SECRET].map((key) =>
      unsignedWith(`verify(unsigned, ${spell(key)})`, unsigned, key),
    ),
    listed("verify(unsigned, '', { algorithms: ['none'] })", unsigned, '', { algorithms: ['none'] }),
    listed("verify(unsigned, secret, { algorithms: ['none'] })", unsigned, SECRET, { algorithms: ['none'] }),
    listed('verify(HS256 token, secret)', hs256, SECRET),
    listed('verify(HS512 token, secret)', hs512, SECRET),
    listed("verify(HS512 token, secret, { algorithms: ['HS256'] })", hs512, SECRET, { algorithms: ['HS256'] }),
    listed('verify(HS256 token, secret, { algorithms: [] })', hs256, SECRET, { algorithms: [] }),
    listed('verify(HS256 forged with the public PEM, PEM)', confused, PUBLIC_PEM),
    listed("verify(the same, PEM, { algorithms: ['RS256', 'HS256'] })", confused, PUBLIC_PEM, {
      algorithms: ['RS256', 'HS256'],
    }),
    listed('verify(HS256 forged with a base64 public key, the same)', () => hmac(256, PUBLIC_BASE64), PUBLIC_BASE64),
    aged('verify(expired, secret)', expired, SECRET),
    aged('verify(token without exp, secret)', hs256, SECRET),
    aged('verify(2 h old, secret, { maxAge: 3600 })', old, SECRET, { maxAge: 3600 }),
    aged("verify(2 h old, secret, { maxAge: '3h' })", old, SECRET, { maxAge: '3h' }),
    aged('verify(2 h old, secret, { maxAge: 10800 })', old, SECRET, { maxAge: 10_800 }),
    ...claimProbes(exp, accepts, {
      options: JSONWEBTOKEN_OPTIONS,
      program: (options) => program(`verify(token, key, ${options})`),
    }),
  ];
}

const hs256 = () => hmac(256, SECRET);
const hs512 = () => hmac(512, SECRET);
const confused = () => hmac(256, PUBLIC_PEM);
const expired = () => hmac(256, SECRET, { exp: now() - 60 });
const old = () => hmac(256, SECRET, { iat: now() - 7200 });

function decodeProbes(library: Library, { decode }: Jsonwebtoken): readonly Probe[] {
  const source = sourceOf(library, 'decode.js', 'module.exports = function');
  const run = () => (decode(hmac(256, 'wrong')) ? 'gives the claims' : 'gives nothing');
  return [{ attribute: 'verifies', probe: 'decode(token with a wrong signature)', source, run }];
}

function program(call: string): string {
  return `import jwt from 'jsonwebtoken';\njwt.${call};`;
}

function describe(token: string): string {
  const { header, signed } = open(token);
  return signed ? String(header.alg) : `${header.alg}, no signature`;
}

function spell(value: unknown): string {
  if (value === SECRET) return 'secret';
  return typeof value === 'string' ? `'${value}'` : String(value);
}
