import { hmac, lifetimeOf, now, open, PUBLIC_BASE64, PUBLIC_PEM, SECRET, unsigned } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';

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
  const schema = sourceOf(library, 'sign.js', 'expiresIn: { isValid');
  const key = sourceOf(library, 'sign.js', "!secretOrPrivateKey && options.algorithm !== 'none'");
  const life = (expiresIn: unknown) => () => lifetimeOf(sign({ sub: 'u1' }, SECRET, { expiresIn }));
  const made = (keyUsed: unknown, options: object) => () => describe(sign({ sub: 'u1' }, keyUsed, options));
  return [
    { attribute: 'algorithm', probe: 'sign(p, secret)', source: algorithm, run: made(SECRET, {}) },
    {
      attribute: 'algorithm',
      probe: "sign(p, secret, { algorithm: 'none' })",
      source: algorithm,
      run: made(SECRET, NONE),
    },
    { attribute: 'algorithm', probe: "sign(p, null, { algorithm: 'none' })", source: algorithm, run: made(null, NONE) },
    {
      attribute: 'algorithm',
      probe: "sign(p, secret, { header: { alg: 'none' } })",
      source: algorithm,
      run: made(SECRET, { header: { alg: 'none' } }),
    },
    { attribute: 'key', probe: "sign(p, '')", source: key, run: made('', {}) },
    { attribute: 'key', probe: "sign(p, 'x')", source: key, run: made('x', {}) },
    { attribute: 'expiry', probe: 'sign(p, secret)', source: expiry, run: () => lifetimeOf(sign({}, SECRET)) },
    { attribute: 'expiry', probe: '{ expiresIn: undefined }', source: schema, run: life(undefined) },
    { attribute: 'expiry', probe: '{ expiresIn: 3600 }', source: units, run: life(3600) },
    { attribute: 'expiry', probe: "{ expiresIn: '3600' }", source: units, run: life('3600') },
    { attribute: 'expiry', probe: "{ expiresIn: '1h' }", source: units, run: life('1h') },
    { attribute: 'expiry', probe: "{ expiresIn: '1M' }", source: units, run: life('1M') },
    { attribute: 'expiry', probe: "{ expiresIn: '2 days' }", source: units, run: life('2 days') },
    { attribute: 'expiry', probe: '{ expiresIn: 1.5 }', source: schema, run: life(1.5) },
    {
      attribute: 'expiry',
      probe: 'sign({ exp: Date.now() + 3600000 }, secret)',
      source: expiry,
      run: () => lifetimeOf(sign({ exp: Date.now() + 3_600_000 }, SECRET)),
    },
  ];
}

const NONE = { algorithm: 'none' };

function verifyProbes(library: Library, { verify }: Jsonwebtoken): readonly Probe[] {
  const algorithms = sourceOf(library, 'verify.js', 'if (!options.algorithms)');
  const none = sourceOf(library, 'verify.js', '!hasSignature && !options.algorithms');
  const exp = sourceOf(library, 'verify.js', '!options.ignoreExpiration');
  const tried = (token: () => string, key: unknown, options?: object) => () => {
    verify(token(), key, options);
    return 'accepted';
  };
  const probe = (attribute: string, source: string, text: string, run: () => unknown): Probe => ({
    attribute,
    source,
    probe: text,
    run,
  });
  const confused = () => hmac(256, PUBLIC_PEM);
  return [
    ...[undefined, null, false, '', SECRET].map((key) =>
      probe('key', none, `verify(unsigned, ${spell(key)})`, tried(unsigned, key)),
    ),
    ...['', SECRET].map((key) =>
      probe(
        'algorithms',
        none,
        `verify(unsigned, ${spell(key)}, { algorithms: ['none'] })`,
        tried(unsigned, key, LISTED),
      ),
    ),
    probe(
      'algorithms',
      algorithms,
      'verify(HS256 token, secret)',
      tried(() => hmac(256, SECRET), SECRET),
    ),
    probe(
      'algorithms',
      algorithms,
      'verify(HS512 token, secret)',
      tried(() => hmac(512, SECRET), SECRET),
    ),
    probe(
      'algorithms',
      algorithms,
      "verify(HS512 token, secret, { algorithms: ['HS256'] })",
      tried(() => hmac(512, SECRET), SECRET, { algorithms: ['HS256'] }),
    ),
    probe(
      'algorithms',
      algorithms,
      'verify(HS256 token, secret, { algorithms: [] })',
      tried(() => hmac(256, SECRET), SECRET, { algorithms: [] }),
    ),
    probe('algorithms', algorithms, 'verify(HS256 forged with the public PEM, PEM)', tried(confused, PUBLIC_PEM)),
    probe(
      'algorithms',
      algorithms,
      "verify(HS256 forged with the public PEM, PEM, { algorithms: ['RS256', 'HS256'] })",
      tried(confused, PUBLIC_PEM, { algorithms: ['RS256', 'HS256'] }),
    ),
    probe(
      'algorithms',
      algorithms,
      'verify(HS256 forged with the public key in base64, the same)',
      tried(() => hmac(256, PUBLIC_BASE64), PUBLIC_BASE64),
    ),
    probe('expiry', exp, 'verify(expired, secret)', tried(expired, SECRET)),
    probe('expiry', exp, 'verify(expired, secret, { ignoreExpiration: true })', tried(expired, SECRET, IGNORING)),
    probe('expiry', exp, 'verify(expired for 60 s, …, { clockTolerance: 120 })', tried(expired, SECRET, TOLERANT)),
    probe(
      'expiry',
      exp,
      'verify(token without exp, secret)',
      tried(() => hmac(256, SECRET), SECRET),
    ),
    probe('maxAge', exp, 'verify(2 h old, secret, { maxAge: 3600 })', tried(old, SECRET, { maxAge: 3600 })),
    probe('maxAge', exp, "verify(2 h old, secret, { maxAge: '3h' })", tried(old, SECRET, { maxAge: '3h' })),
    probe('maxAge', exp, 'verify(2 h old, secret, { maxAge: 10800 })', tried(old, SECRET, { maxAge: 10_800 })),
  ];
}

const LISTED = { algorithms: ['none'] };
const IGNORING = { ignoreExpiration: true };
const TOLERANT = { clockTolerance: 120 };
const expired = () => hmac(256, SECRET, { exp: now() - 60 });
const old = () => hmac(256, SECRET, { iat: now() - 7200 });

function decodeProbes(library: Library, { decode }: Jsonwebtoken): readonly Probe[] {
  const source = sourceOf(library, 'decode.js', 'module.exports = function');
  const probe = 'decode(token with a wrong signature)';
  return [
    {
      attribute: 'verifies',
      probe,
      source,
      run: () => (decode(hmac(256, 'wrong')) ? 'gives the claims' : 'gives null'),
    },
  ];
}

function describe(token: string): string {
  const { header, signed } = open(token);
  return `alg ${header.alg}, ${signed ? 'signed' : 'no signature'}`;
}

function spell(key: unknown): string {
  return key === SECRET ? 'secret' : key === '' ? "''" : String(key);
}
