import { claimProbes, JOSE_OPTIONS } from './claimProbes';
import { hmac, lifetimeOf, now, open, PUBLIC_KEY, PUBLIC_PEM, rsaSigned, SECRET, unsigned } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';
import { type Accepts, keyChoice, unsignedTokens } from './verdicts';

interface Signer {
  setProtectedHeader(header: object): Signer;
  setExpirationTime(time: unknown): Signer;
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
  // Release 2 shares no name with them.
  for (const library of releasesOf('jose').slice(1)) {
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
  const made = (alg = 'HS256') => new SignJWT({ sub: 'u1' }).setProtectedHeader({ alg });
  const algorithm = (probe: string, signer: Signer, key: unknown): Probe => ({
    attribute: 'algorithm',
    probe,
    source,
    run: async () => open(await signer.sign(key)).header.alg,
  });
  const life = (text: string, time: unknown): Probe => ({
    attribute: 'lifetime',
    probe: `.setExpirationTime(${text})`,
    source,
    program: program(`new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(${text}).sign(key)`),
    run: async () => lifetimeOf(await made().setExpirationTime(time).sign(KEY)),
  });
  return [
    algorithm('no protected header', new SignJWT({}), KEY),
    {
      ...algorithm(".setProtectedHeader({ alg: 'HS512' })", made('HS512'), KEY),
      program: program("new SignJWT({}).setProtectedHeader({ alg: 'HS512' }).sign(key)"),
    },
    algorithm(".setProtectedHeader({ alg: 'none' })", made('none'), KEY),
    { ...algorithm(".sign('text')", made(), SECRET), attribute: 'key' },
    { ...algorithm('.sign(encode(secret))', made(), KEY), attribute: 'key' },
    { ...algorithm('.sign(one byte)', made(), KEY.slice(0, 1)), attribute: 'key' },
    {
      attribute: 'lifetime',
      probe: 'no .setExpirationTime()',
      source,
      program: program("new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key)"),
      run: async () => lifetimeOf(await made().sign(KEY)),
    },
    ...[HOUR, '1h', '1 hour from now', '3600'].map((time) =>
      life(typeof time === 'string' ? `'${time}'` : `${time}`, time),
    ),
    life('Math.floor(Date.now() / 1000) + 3600', now() + HOUR),
    life('new Date(Date.now() + 3600 * 1000)', new Date((now() + HOUR) * 1000)),
  ];
}

function verifyProbes(library: Library, { jwtVerify, EmbeddedJWK }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('lib/jws_verify.js', 'jws/flattened/verify.js'), 'options.algorithms');
  const accepts: Accepts = (token, key, options) => jwtVerify(token, key, options);
  const tried =
    (attribute: string) =>
    (probe: string, make: () => string, key: unknown, options = {}) => ({
      attribute,
      probe,
      source,
      run: async () => ((await accepts(make(), key, options)) ? 'accepted' : 'rejected'),
    });
  const keyed = tried('key');
  const listed = tried('algorithms');
  const aged = tried('lifetime');
  return [
    {
      attribute: 'withoutAlgorithms',
      probe: 'forged tokens, no algorithms',
      source,
      program: program('jwtVerify(token, key)'),
      run: () => keyChoice(accepts, KEY),
    },
    {
      attribute: 'unsignedWithoutKey',
      probe: 'unsigned tokens, falsy key',
      source,
      program: program('jwtVerify(token, key)'),
      run: () => unsignedTokens(accepts),
    },
    keyed("jwtVerify(HS256 token, 'text')", hs256, SECRET),
    keyed('jwtVerify(signed by anyone, EmbeddedJWK)', rsaSigned, EmbeddedJWK),
    keyed('jwtVerify(unsigned, encode(secret))', unsigned, KEY),
    listed("jwtVerify(unsigned, encode(secret), { algorithms: ['none'] })", unsigned, KEY, { algorithms: ['none'] }),
    listed('jwtVerify(HS512 token, encode(secret))', hs512, KEY),
    listed("jwtVerify(HS512 token, encode(secret), { algorithms: ['HS256'] })", hs512, KEY, { algorithms: ['HS256'] }),
    listed('jwtVerify(HS256 token, encode(secret), { algorithms: [] })', hs256, KEY, { algorithms: [] }),
    listed('jwtVerify(HS256 forged with the public PEM, public key)', confused, PUBLIC_KEY),
    listed('jwtVerify(RS256 token, public key)', rsaSigned, PUBLIC_KEY),
    aged('jwtVerify(expired, encode(secret))', expired, KEY),
    aged('jwtVerify(token without exp, encode(secret))', hs256, KEY),
    aged("jwtVerify(token without exp, …, { requiredClaims: ['exp'] })", hs256, KEY, { requiredClaims: ['exp'] }),
    aged('jwtVerify(2 h old, …, { maxTokenAge: 3600 })', old, KEY, { maxTokenAge: 3600 }),
    aged('jwtVerify(2 h old, …, { maxTokenAge: 10800 })', old, KEY, { maxTokenAge: 10_800 }),
    ...claimProbes(source, withBytes(accepts), {
      options: { ...JOSE_OPTIONS, clockTolerance: { clockTolerance: '20 seconds' } },
      program: (options) => program(`jwtVerify(token, key, ${options})`),
    }),
  ];
}

const hs256 = () => hmac(256, SECRET);
const hs512 = () => hmac(512, SECRET);
const confused = () => hmac(256, PUBLIC_PEM);
const expired = () => hmac(256, SECRET, { exp: now() - 60 });
const old = () => hmac(256, SECRET, { iat: now() - 7200 });

/** jose takes no text as a secret. */
function withBytes(accepts: Accepts): Accepts {
  return (token, key, options) => accepts(token, key === SECRET ? KEY : key, options);
}

function compactProbes(library: Library, { compactVerify }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('jws/compact/verify.js'), 'function compactVerify(');
  return claimProbes(source, withBytes(compactVerify), {
    options: {},
    program: (options) => program(`compactVerify(token, key, ${options})`),
  });
}

function unsecuredProbes(library: Library, { UnsecuredJWT }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('jwt/unsecured.js'), 'class UnsecuredJWT');
  const decode = (token: string) => UnsecuredJWT.decode(token) !== undefined;
  return [
    {
      attribute: 'algorithm',
      probe: 'new UnsecuredJWT(claims).encode()',
      source,
      program: program('new UnsecuredJWT({}).encode()'),
      run: () => `${open(new UnsecuredJWT({}).encode()).header.alg}, no signature`,
    },
    {
      attribute: 'unsignedWithoutKey',
      probe: 'UnsecuredJWT.decode(unsigned)',
      source,
      program: program('UnsecuredJWT.decode(token)'),
      run: () => unsignedTokens(decode),
    },
  ];
}

function decodeProbes(library: Library, { decodeJwt }: Jose): readonly Probe[] {
  const source = sourceOf(library, files('util/decode_jwt.js'), 'function decodeJwt(');
  const run = () => (decodeJwt(hmac(256, 'wrong')) ? 'gives the claims' : 'gives nothing');
  return [{ attribute: 'verifies', probe: 'decodeJwt(token with a wrong signature)', source, run }];
}

function program(expression: string): string {
  return `import { compactVerify, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';\n${expression};`;
}

/** Where a file of jose lies, by release. */
function files(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`dist/webapi/${name}`, `dist/node/cjs/${name}`]);
}
