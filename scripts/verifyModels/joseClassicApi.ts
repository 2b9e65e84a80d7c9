import { JOSE_OPTIONS } from './claimProbes';
import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import type { Options } from './source';
import { claims, HOUR_AHEAD, signings, type TokenApi } from './tokenApi';

/** What jose was before release 3: no call of it is named as later ones are. */
export async function joseClassic(library: Library): Promise<TokenApi> {
  interface Jose {
    readonly JWT: {
      sign(payload: object, key: unknown, options?: Options): string;
      verify(token: string, key: unknown, options?: object): unknown;
    };
    readonly JWK: { asKey(key: unknown): unknown; readonly None: unknown };
  }
  const { JWT, JWK } = await load<Jose>(library);
  const key = JWK.asKey(SECRET);
  const program = (call: string) => `import { JWK, JWT } from 'jose';\n${call};`;
  const sign = (payload: object, options?: Options) => JWT.sign(payload, key, options);
  return {
    library,
    sign: {
      api: 'JWT.sign()',
      source: sourceOf(library, 'lib/jwt/sign.js', 'expiresIn'),
      tried: signings(program, [
        ['algorithm', 'JWT.sign({}, key)', () => sign({})],
        ['algorithm', "JWT.sign({}, key, { algorithm: 'HS512' })", () => sign({}, { algorithm: 'HS512' })],
        ['algorithm', 'JWT.sign({}, JWK.None)', () => JWT.sign({}, JWK.None)],
        ['lifetime', 'JWT.sign({}, key)', () => sign({})],
        ['lifetime', "JWT.sign({}, key, { expiresIn: '1h' })", () => sign({}, { expiresIn: '1h' })],
        ['lifetime', "JWT.sign({}, key, { expiresIn: '2 days' })", () => sign({}, { expiresIn: '2 days' })],
        ['lifetime', 'JWT.sign({}, key, { expiresIn: undefined })', () => sign({}, { expiresIn: undefined })],
        ['lifetime', 'JWT.sign({}, key, { expiresIn: 3600 })', () => sign({}, { expiresIn: 3600 })],
        ['lifetime', `JWT.sign({ exp: ${HOUR_AHEAD} }, key)`, () => sign(claims())],
      ]),
    },
    verify: {
      api: 'JWT.verify()',
      source: sourceOf(library, 'lib/jwt/verify.js', 'ignoreExp'),
      program: program('JWT.verify(token, key)'),
      // No key is a key of its own.
      accepts: (token, given, options) => JWT.verify(token, given ?? JWK.None, options),
      acceptsCarelessly: (token, given, options) => JWT.verify(token, given, options),
      checks: {
        options: {
          ...JOSE_OPTIONS,
          ignoresExpiration: { ignoreExp: true },
          ignoresNotBefore: { ignoreNbf: true },
          clockTolerance: { clockTolerance: '20 seconds' },
        },
        program: (options) => program(`JWT.verify(token, key, ${options})`),
      },
    },
  };
}
