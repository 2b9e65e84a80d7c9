import { HONO_OPTIONS } from './claimProbes';
import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { claims, HOUR_AHEAD, HS256, signings, type TokenApi, withoutList } from './tokenApi';
import type { Accepts } from './verdicts';

/** A list of algorithms, as an argument where there is one. */
function listOf(options: object | undefined): readonly (readonly string[])[] {
  const { algorithms } = (options ?? {}) as { readonly algorithms?: readonly string[] };
  return algorithms === undefined ? [] : [algorithms];
}

export async function jsrsasign(library: Library): Promise<TokenApi> {
  type Sign = (algorithm: string | null, header: string, payload: string, key: unknown) => string;
  type Verify = (token: string, key: unknown, algorithms?: readonly string[]) => boolean;
  const { KJUR } = await load<{ KJUR: { jws: { JWS: { sign: Sign; verify: Verify } } } }>(library);
  const { JWS } = KJUR.jws;
  const program = (call: string) => `import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.${call};`;
  const key = { utf8: SECRET };
  const signed = (algorithm: string | null, alg: string, payload: object = { sub: 'u1' }) =>
    JWS.sign(algorithm, JSON.stringify({ alg }), JSON.stringify(payload), key);
  return {
    library,
    sign: {
      api: 'KJUR.jws.JWS.sign()',
      source: sourceOf(library, 'lib/jsrsasign.js', 'KJUR.jws.JWS.sign=function'),
      tried: signings(program, [
        ['algorithm', "sign('HS512', { alg: 'HS512' }, {}, key)", () => signed('HS512', 'HS512')],
        ['algorithm', "sign(null, { alg: 'HS512' }, {}, key)", () => signed(null, 'HS512')],
        ['algorithm', "sign('none', { alg: 'none' }, {}, key)", () => signed('none', 'none')],
        ['lifetime', "sign('HS256', { alg: 'HS256' }, {}, key)", () => signed('HS256', 'HS256')],
        [
          'lifetime',
          `sign('HS256', { alg: 'HS256' }, JSON.stringify({ exp: ${HOUR_AHEAD} }), key)`,
          () => signed('HS256', 'HS256', claims()),
        ],
        [
          'lifetime',
          `sign('HS256', { alg: 'HS256' }, { exp: ${HOUR_AHEAD} }, key)`,
          () => signed('HS256', 'HS256', claims()),
        ],
      ]),
    },
    verify: {
      api: 'KJUR.jws.JWS.verify()',
      source: sourceOf(library, 'lib/jsrsasign.js', 'KJUR.jws.JWS.verify=function'),
      program: program('verify(token, key)'),
      // Texts of hex digits alone are read as bytes.
      accepts: (token, secret, options) => JWS.verify(token, secret === SECRET ? key : secret, ...listOf(options)),
      checks: { options: {}, needs: HS256, program: () => program("verify(token, key, ['HS256'])") },
    },
  };
}

export async function jsrsasignJwt(library: Library): Promise<TokenApi> {
  type Verify = (token: string, key: unknown, options: object) => boolean;
  const { KJUR } = await load<{ KJUR: { jws: { JWS: { verifyJWT: Verify } } } }>(library);
  const program = (options: string) =>
    `import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.verifyJWT(token, key, { alg: ['HS256'],${options.slice(1)});`;
  return {
    library,
    verify: {
      api: 'KJUR.jws.JWS.verifyJWT()',
      source: sourceOf(library, 'lib/jsrsasign.js', 'KJUR.jws.JWS.verifyJWT=function'),
      program: program('{ }'),
      accepts: (token, secret, options) =>
        KJUR.jws.JWS.verifyJWT(token, secret === SECRET ? { utf8: SECRET } : secret, {
          ...withoutList(options),
          ...(options !== undefined && { alg: listOf(options)[0] }),
        }),
      checks: {
        needs: HS256,
        options: {
          clockTolerance: { gracePeriod: 20 },
          checksIssuer: { iss: ['us'] },
          checksAudience: { aud: ['here'] },
        },
        program,
      },
    },
  };
}

export async function hapiToken(library: Library): Promise<TokenApi> {
  interface Token {
    generate(payload: object, secret: unknown, options?: object): string;
    decode(token: string): object;
    verify(decoded: object, key: unknown, options: object): void;
  }
  const { token } = await load<{ token: Token }>(library);
  const program = (call: string) => `import Jwt from '@hapi/jwt';\nJwt.token.${call};`;
  const verify: Accepts = (text, key, options) => {
    const algorithms = listOf(options)[0];
    token.verify(token.decode(text), algorithms === undefined ? key : { key, algorithms }, withoutList(options));
    return true;
  };
  return {
    library,
    sign: {
      api: 'token.generate()',
      source: sourceOf(library, 'lib/token.js', 'exports.generate ='),
      tried: signings(program, [
        ['algorithm', 'generate({}, { key, algorithm: undefined })', () => token.generate({}, { key: SECRET })],
        [
          'algorithm',
          "generate({}, { key, algorithm: 'HS512' })",
          () => token.generate({}, { key: SECRET, algorithm: 'HS512' }),
        ],
        [
          'algorithm',
          "generate({}, { key: '', algorithm: 'none' })",
          () => token.generate({}, { key: '', algorithm: 'none' }),
        ],
        ['lifetime', 'generate({}, key)', () => token.generate({}, SECRET)],
        ['lifetime', 'generate({}, key, { ttlSec: 3600 })', () => token.generate({}, SECRET, { ttlSec: 3600 })],
        [
          'lifetime',
          'generate({}, key, { ttlSec: undefined })',
          () => token.generate({}, SECRET, { ttlSec: undefined }),
        ],
        ['lifetime', `generate({ exp: ${HOUR_AHEAD} }, key)`, () => token.generate(claims(), SECRET)],
      ]),
    },
    verify: {
      api: 'token.verify()',
      source: sourceOf(library, 'lib/token.js', 'exports.verify ='),
      program: program('verify(decoded, key)'),
      accepts: verify,
      checks: {
        needs: HS256,
        options: { ...HONO_OPTIONS, clockTolerance: { timeSkewSec: 20 } },
        program: (options) => program(`verify(decoded, { key, algorithms: ['HS256'] }, ${options})`),
      },
    },
  };
}
