import { JSONWEBTOKEN_OPTIONS } from './claimProbes';
import { awsJwtVerify, googleAuth, oslo, remixAuthJwt } from './clientTokenApis';
import { SECRET } from './forgery';
import { frameworkTokenApis } from './frameworkTokenApis';
import { joseClassic } from './joseClassicApi';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { hapiToken, jsrsasign, jsrsasignJwt } from './listedTokenApis';
import { middlewareTokenApis } from './middlewareTokenApis';
import { paseto } from './pasetoApis';
import {
  algorithmOf,
  algorithmWith,
  claims,
  HOUR_AHEAD,
  HS256,
  signings,
  type TokenApi,
  withoutOptions,
} from './tokenApi';

/** Every way to sign and verify tokens that has a model and runs here, beside jose and jsonwebtoken. */
export async function tokenApis(): Promise<readonly TokenApi[]> {
  return [
    ...(await frameworkTokenApis()),
    ...(await middlewareTokenApis()),
    await joseClassic(releasesOf('jose')[0] as Library),
    ...(await Promise.all(releasesOf('fast-jwt').map(fastJwt))),
    ...(await Promise.all(releasesOf('jwt-simple').map(jwtSimple))),
    ...(await Promise.all(releasesOf('jws').map(jws))),
    ...(await Promise.all(releasesOf('njwt').map(njwt))),
    ...(await Promise.all(releasesOf('@tsndr/cloudflare-worker-jwt').map(workerJwt))),
    ...(await Promise.all(releasesOf('jsrsasign').map(jsrsasign))),
    ...(await Promise.all(releasesOf('jsrsasign').map(jsrsasignJwt))),
    ...(await Promise.all(releasesOf('@hapi/jwt').map(hapiToken))),
    ...(await Promise.all(releasesOf('paseto').map(paseto))),
    ...(await Promise.all(releasesOf('oslo').map(oslo))),
    ...(await Promise.all(releasesOf('google-auth-library').map(googleAuth))),
    ...(await Promise.all(releasesOf('aws-jwt-verify').map(awsJwtVerify))),
    ...(await Promise.all(releasesOf('remix-auth-jwt').map(remixAuthJwt))),
  ];
}

async function fastJwt(library: Library): Promise<TokenApi> {
  type Create<T> = (options: object) => T;
  const { createSigner, createVerifier } = await load<{
    createSigner: Create<(payload: object) => string>;
    createVerifier: Create<(token: string) => unknown>;
  }>(library);
  const program = (call: string) => `import { createSigner, createVerifier } from 'fast-jwt';\n${call};`;
  const signed = (options: object) => createSigner({ key: SECRET, ...options })({ sub: 'u1' });
  return {
    library,
    sign: {
      api: 'createSigner()',
      source: sourceOf(library, 'src/signer.js', 'module.exports = function createSigner('),
      tried: signings(program, [
        ['algorithm', 'createSigner({ key })', () => signed({})],
        ['algorithm', "createSigner({ key, algorithm: 'HS512' })", () => signed({ algorithm: 'HS512' })],
        ['algorithm', "createSigner({ algorithm: 'none' })", () => signed({ key: undefined, algorithm: 'none' })],
        ['lifetime', 'createSigner({ key })', () => signed({})],
        ['lifetime', 'createSigner({ key, expiresIn: undefined })', () => signed({ expiresIn: undefined })],
        ['lifetime', 'createSigner({ key, expiresIn: 3600000 })', () => signed({ expiresIn: 3_600_000 })],
        ['lifetime', "createSigner({ key, expiresIn: '1h' })", () => signed({ expiresIn: '1h' })],
        ['lifetime', "createSigner({ key, expiresIn: '3600000' })", () => signed({ expiresIn: '3600000' })],
      ]),
    },
    verify: {
      api: 'createVerifier()',
      source: sourceOf(library, 'src/verifier.js', 'module.exports = function createVerifier('),
      program: program('createVerifier({ key })'),
      accepts: (token, key, options) => createVerifier({ key, ...options })(token),
      checks: {
        options: {
          ...JSONWEBTOKEN_OPTIONS,
          clockTolerance: { clockTolerance: 20_000 },
          checksIssuer: { allowedIss: 'us' },
          checksAudience: { allowedAud: 'here' },
        },
        program: (options) => program(`createVerifier({ key,${options.slice(1)})`),
        verdict: () => (typeof createVerifier({ key: SECRET }) === 'function' ? 'later' : undefined),
      },
    },
  };
}

async function jwtSimple(library: Library): Promise<TokenApi> {
  const { encode, decode } = await load<{
    encode(payload: object, key: unknown, algorithm?: string): string;
    decode(token: string, key: unknown, noVerify?: boolean, algorithm?: string): unknown;
  }>(library);
  const program = (call: string) => `import jwt from 'jwt-simple';\njwt.${call};`;
  return {
    library,
    sign: {
      api: 'encode()',
      source: sourceOf(library, 'lib/jwt.js', 'jwt.encode = function'),
      tried: signings(program, [
        ['algorithm', 'encode({}, secret)', () => encode({}, SECRET)],
        ['algorithm', "encode({}, secret, 'HS512')", () => encode({}, SECRET, 'HS512')],
        ['algorithm', "encode({}, secret, 'none')", () => encode({}, SECRET, 'none')],
        ['lifetime', 'encode({}, secret)', () => encode({}, SECRET)],
        ['lifetime', `encode({ exp: ${HOUR_AHEAD} }, secret)`, () => encode(claims(), SECRET)],
      ]),
    },
    verify: {
      api: 'decode()',
      source: sourceOf(library, 'lib/jwt.js', 'jwt.decode = function'),
      program: program('decode(token, key)'),
      accepts(token, key, options) {
        const algorithm = algorithmOf(options);
        return algorithm === undefined ? decode(token, key) : decode(token, key, false, algorithm);
      },
      checks: withoutOptions(program("decode(token, key, false, 'HS256')")),
    },
  };
}

async function jws(library: Library): Promise<TokenApi> {
  const { sign, verify, decode } = await load<{
    sign(options: object): string;
    verify(token: string, algorithm: string | undefined, key: unknown): boolean;
    decode(token: string): { readonly header: { readonly alg: string } };
  }>(library);
  const program = (call: string) => `import jws from 'jws';\njws.${call};`;
  const signed = (alg: string, payload: object = { sub: 'u1' }) => sign({ header: { alg }, payload, secret: SECRET });
  return {
    library,
    sign: {
      api: 'sign()',
      source: sourceOf(library, 'lib/sign-stream.js', 'function jwsSign('),
      tried: signings(program, [
        ['algorithm', "sign({ header: { alg: 'HS256' }, payload, secret })", () => signed('HS256')],
        ['algorithm', "sign({ header: { alg: 'none' }, payload, secret })", () => signed('none')],
        ['lifetime', "sign({ header: { alg: 'HS256' }, payload: {}, secret })", () => signed('HS256')],
        [
          'lifetime',
          `sign({ header: { alg: 'HS256' }, payload: { exp: ${HOUR_AHEAD} }, secret })`,
          () => signed('HS256', claims()),
        ],
      ]),
    },
    verify: {
      api: 'verify()',
      source: sourceOf(library, 'lib/verify-stream.js', 'function jwsVerify('),
      program: program('verify(token, undefined, key)'),
      programOfNone: program("verify(token, 'none', key)"),
      accepts: (token, key, options) => verify(token, algorithmOf(options), key),
      acceptsCarelessly: (token, key) => verify(token, decode(token).header.alg, key),
      checks: withoutOptions(program("verify(token, 'HS256', key)")),
    },
  };
}

async function njwt(library: Library): Promise<TokenApi> {
  interface Jwt {
    setExpiration(time?: unknown): Jwt;
    setSigningAlgorithm(name: string): Jwt;
    compact(): string;
  }
  const { create, verify } = await load<{
    create(claims: object, key: unknown, algorithm?: string): Jwt;
    verify(...args: readonly unknown[]): unknown;
  }>(library);
  const program = (call: string) => `import njwt from 'njwt';\nnjwt.${call};`;
  const made = (algorithm?: string) => create({ sub: 'u1' }, SECRET, algorithm);
  return {
    library,
    sign: {
      api: 'create().compact()',
      source: sourceOf(library, 'index.js', 'Jwt.prototype.compact ='),
      tried: signings(program, [
        ['algorithm', 'create({}, secret).compact()', () => made().compact()],
        ['algorithm', "create({}, secret, 'HS512').compact()", () => made('HS512').compact()],
        ['algorithm', "create({}, secret, 'none').compact()", () => made('none').compact()],
        [
          'algorithm',
          "create({}, secret).setSigningAlgorithm('none').compact()",
          () => made().setSigningAlgorithm('none').compact(),
        ],
        ['lifetime', 'create({}, secret).compact()', () => made().compact()],
        ['lifetime', 'create({}, secret).setExpiration().compact()', () => made().setExpiration().compact()],
        ['lifetime', 'create({}, secret).setExpiration(3600).compact()', () => made().setExpiration(3600).compact()],
        [
          'lifetime',
          'create({}, secret).setExpiration(Date.now() + 3600000).compact()',
          () =>
            made()
              .setExpiration(Date.now() + 3_600_000)
              .compact(),
        ],
      ]),
    },
    verify: {
      api: 'verify()',
      source: sourceOf(library, 'index.js', 'Verifier.prototype.verify ='),
      program: program('verify(token, key)'),
      programOfNone: program("verify(token, key, 'none')"),
      accepts: (token, key, options) => verify(token, key, ...[algorithmOf(options) ?? []].flat()),
      checks: withoutOptions(program("verify(token, key, 'HS256')")),
    },
  };
}

async function workerJwt(library: Library): Promise<TokenApi> {
  const { sign, verify } = await load<{
    sign(payload: object, key: unknown, algorithm?: string): Promise<string>;
    verify(token: string, key: unknown, algorithm?: unknown): Promise<unknown>;
  }>(library);
  const program = (call: string) => `import jwt from '@tsndr/cloudflare-worker-jwt';\njwt.${call};`;
  return {
    library,
    sign: {
      api: 'sign()',
      source: sourceOf(library, 'index.js', 'async function sign('),
      tried: signings(program, [
        ['algorithm', 'sign({}, secret)', () => sign({}, SECRET)],
        ['algorithm', 'sign({}, secret, undefined)', () => sign({}, SECRET, undefined)],
        ['algorithm', "sign({}, secret, 'HS512')", () => sign({}, SECRET, 'HS512')],
        ['algorithm', "sign({}, secret, 'none')", () => sign({}, SECRET, 'none')],
        ['lifetime', 'sign({}, secret)', () => sign({}, SECRET)],
        ['lifetime', `sign({ exp: ${HOUR_AHEAD} }, secret)`, () => sign(claims(), SECRET)],
      ]),
    },
    verify: {
      api: 'verify()',
      source: sourceOf(library, 'index.js', 'async function verify('),
      program: program('verify(token, key)'),
      ...(library.version.startsWith('3.') && { programOfNone: program("verify(token, key, 'none')") }),
      accepts: (token, key, options) => verify(token, key, algorithmWith('algorithm', options)),
      checks: {
        needs: HS256,
        options: { clockTolerance: { clockTolerance: 20 } },
        program: (options) => program(`verify(token, key, { algorithm: 'HS256',${options.slice(1)})`),
      },
    },
  };
}
