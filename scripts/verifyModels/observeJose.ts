import { hmac, lifetimeOf, now, open, PUBLIC_KEY, PUBLIC_PEM, rsaSigned, SECRET, unsigned } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';

interface Signer {
  setProtectedHeader(header: object): Signer;
  setExpirationTime(time: unknown): Signer;
  setIssuedAt(): Signer;
  sign(key: unknown): Promise<string>;
}
interface Jose {
  readonly SignJWT: new (claims: object) => Signer;
  readonly UnsecuredJWT: (new (claims: object) => { encode(): string }) & { decode(token: string): unknown };
  readonly EmbeddedJWK: unknown;
  jwtVerify(token: string, key: unknown, options?: object): Promise<unknown>;
  compactVerify(token: string, key: unknown, options?: object): Promise<unknown>;
  decodeJwt(token: string): unknown;
}

const KEY = new TextEncoder().encode(SECRET);
const HOUR = 3600;

/** What every pinned release of jose signs, accepts and decodes. */
export async function observeJose(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const library of releasesOf('jose')) {
    const jose = await load<Jose>(library);
    observations.push(...(await observe(library, 'SignJWT', signProbes(library, jose))));
    observations.push(...(await observe(library, 'jwtVerify()', verifyProbes(library, jose))));
    observations.push(...(await observe(library, 'compactVerify()', compactProbes(library, jose))));
    observations.push(...(await observe(library, 'UnsecuredJWT', unsecuredProbes(library, jose))));
    observations.push(...(await observe(library, 'decodeJwt()', decodeProbes(library, jose))));
  }
  return observations;
}

function signProbes(library: Library, { SignJWT }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('jwt/produce.js', 'lib/jwt_claims_set.js'), 'setExpirationTime(');
  const made = () => new SignJWT({ sub: 'u1' }).setProtectedHeader({ alg: 'HS256' });
  const life = (time: unknown) => async () => lifetimeOf(await made().setExpirationTime(time).sign(KEY));
  const signed = (signer: Signer, key: unknown) => async () => `alg ${open(await signer.sign(key)).header.alg}, signed`;
  return [
    { attribute: 'algorithm', probe: 'no protected header', source, run: signed(new SignJWT({}), KEY) },
    {
      attribute: 'algorithm',
      probe: ".setProtectedHeader({ alg: 'none' })",
      source,
      run: signed(new SignJWT({}).setProtectedHeader({ alg: 'none' }), KEY),
    },
    { attribute: 'key', probe: ".sign('text')", source, run: signed(made(), SECRET) },
    { attribute: 'key', probe: '.sign(encode(secret))', source, run: signed(made(), KEY) },
    { attribute: 'key', probe: '.sign(one byte)', source, run: signed(made(), KEY.slice(0, 1)) },
    {
      attribute: 'expiry',
      probe: 'no .setExpirationTime()',
      source,
      run: async () => lifetimeOf(await made().sign(KEY)),
    },
    { attribute: 'expiry', probe: '.setExpirationTime(3600)', source, run: life(HOUR) },
    { attribute: 'expiry', probe: '.setExpirationTime(now in s + 3600)', source, run: () => life(now() + HOUR)() },
    { attribute: 'expiry', probe: ".setExpirationTime('1h')", source, run: life('1h') },
    { attribute: 'expiry', probe: ".setExpirationTime('1 hour from now')", source, run: life('1 hour from now') },
    { attribute: 'expiry', probe: ".setExpirationTime('3600')", source, run: life('3600') },
    {
      attribute: 'expiry',
      probe: '.setExpirationTime(new Date(in an hour))',
      source,
      run: () => life(new Date((now() + HOUR) * 1000))(),
    },
  ];
}

function verifyProbes(library: Library, { jwtVerify, EmbeddedJWK }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('lib/jws_verify.js', 'jws/flattened/verify.js'), 'options.algorithms');
  const tried = (token: () => string, key: unknown, options?: object) => async () => {
    await jwtVerify(token(), key, options);
    return 'accepted';
  };
  const hs = (bits: 256 | 512) => () => hmac(bits, SECRET);
  const probe = (attribute: string, text: string, run: () => unknown): Probe => ({
    attribute,
    source,
    probe: text,
    run,
  });
  return [
    probe('key', "jwtVerify(unsigned, '')", tried(unsigned, '')),
    probe('key', 'jwtVerify(unsigned, encode(secret))', tried(unsigned, KEY)),
    probe('key', "jwtVerify(HS256 token, 'text')", tried(hs(256), SECRET)),
    probe('key', 'jwtVerify(signed by anyone, EmbeddedJWK)', tried(rsaSigned, EmbeddedJWK)),
    probe('algorithms', "jwtVerify(unsigned, encode(secret), { algorithms: ['none'] })", tried(unsigned, KEY, NONE)),
    probe('algorithms', 'jwtVerify(HS256 token, encode(secret))', tried(hs(256), KEY)),
    probe('algorithms', 'jwtVerify(HS512 token, encode(secret))', tried(hs(512), KEY)),
    probe('algorithms', "jwtVerify(HS512 token, …, { algorithms: ['HS256'] })", tried(hs(512), KEY, HS256)),
    probe('algorithms', 'jwtVerify(HS256 token, …, { algorithms: [] })', tried(hs(256), KEY, { algorithms: [] })),
    probe('algorithms', 'jwtVerify(HS256 forged with the public PEM, public key)', tried(confused, PUBLIC_KEY)),
    probe('algorithms', 'jwtVerify(RS256 token, public key)', tried(rsaSigned, PUBLIC_KEY)),
    probe('expiry', 'jwtVerify(expired, encode(secret))', tried(expired, KEY)),
    probe('expiry', 'jwtVerify(token without exp, encode(secret))', tried(hs(256), KEY)),
    probe('expiry', "jwtVerify(token without exp, …, { requiredClaims: ['exp'] })", tried(hs(256), KEY, REQUIRED)),
    probe(
      'expiry',
      'jwtVerify(expired for 60 s, …, { clockTolerance: 120 })',
      tried(expired, KEY, { clockTolerance: 120 }),
    ),
    probe('maxAge', 'jwtVerify(2 h old, …, { maxTokenAge: 3600 })', tried(old, KEY, { maxTokenAge: 3600 })),
    probe('maxAge', 'jwtVerify(2 h old, …, { maxTokenAge: 10800 })', tried(old, KEY, { maxTokenAge: 10_800 })),
  ];
}

const NONE = { algorithms: ['none'] };
const HS256 = { algorithms: ['HS256'] };
const REQUIRED = { requiredClaims: ['exp'] };
const confused = () => hmac(256, PUBLIC_PEM);
const expired = () => hmac(256, SECRET, { exp: now() - 60 });
const old = () => hmac(256, SECRET, { iat: now() - 7200 });

function compactProbes(library: Library, { compactVerify }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('jws/compact/verify.js'), 'function compactVerify(');
  const run = async () => {
    await compactVerify(expired(), KEY);
    return 'accepted';
  };
  return [{ attribute: 'expiry', probe: 'compactVerify(expired, encode(secret))', source, run }];
}

function unsecuredProbes(library: Library, { UnsecuredJWT }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('jwt/unsecured.js'), 'class UnsecuredJWT');
  const encode = () => (open(new UnsecuredJWT({}).encode()).signed ? 'signed' : 'no signature');
  const decode = () => (UnsecuredJWT.decode(unsigned()) ? 'gives the claims' : 'gives nothing');
  return [
    { attribute: 'algorithm', probe: 'new UnsecuredJWT(claims).encode()', source, run: encode },
    { attribute: 'algorithms', probe: 'UnsecuredJWT.decode(unsigned)', source, run: decode },
  ];
}

function decodeProbes(library: Library, { decodeJwt }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('util/decode_jwt.js'), 'function decodeJwt(');
  const run = () => (decodeJwt(hmac(256, 'wrong')) ? 'gives the claims' : 'gives nothing');
  return [{ attribute: 'verifies', probe: 'decodeJwt(token with a wrong signature)', source, run }];
}

/** Where a file of jose lies, by release. */
function files(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`dist/webapi/${name}`, `dist/node/cjs/${name}`]);
}
