import type { SameSite } from '../facts/schema';
import { CALLERS_KEY, TIMES_ONLY, unless } from './claimChecks';
import { cookieOptions, plainCookie } from './cookieOptions';
import { decoding } from './decoding';
import {
  arg,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  required,
  SECONDS,
  sessionSecret,
  slot,
  timed,
  type Where,
} from './model';

/** Texts are written as they stand; at `true` newer releases throw, and older ones write `SameSite=true`. */
const HONO_SAME_SITE: Readonly<Record<string, SameSite>> = {
  true: 'invalid',
  false: 'unset',
  strict: 'strict',
  lax: 'lax',
  none: 'none',
};

const COOKIES = [
  { call: 'setCookie', name: 1, options: 3 },
  { call: 'setSignedCookie', name: 1, options: 4 },
  { call: 'generateCookie', name: 0, options: 2 },
  { call: 'generateSignedCookie', name: 0, options: 3 },
] as const;

/** Where the secret of a signed cookie stands. */
const SIGNED = [
  { call: 'setSignedCookie', arguments: [4, 5], secret: 3 },
  { call: 'getSignedCookie', arguments: [2, 4], secret: 1 },
  { call: 'generateSignedCookie', arguments: [3, 4], secret: 2 },
] as const;

/** Where `sign` and `verify` are exported. */
const TOKENS = [
  { in: 'hono/jwt', object: '' },
  { in: 'hono/utils/jwt', object: 'Jwt.' },
  { in: 'hono/utils/jwt/jwt', object: '' },
] as const;

/** The claims that options of these names ask for. */
function claimChecks(checks: (name: string) => Where) {
  return {
    ...TIMES_ONLY,
    ignoresExpiration: unless([checks('exp')]),
    ignoresNotBefore: unless([checks('nbf')]),
    checksIssuer: slot(checks('iss'), false),
    checksAudience: slot(checks('aud'), false),
  } as const;
}

const JWK = {
  key: flow([arg(0, 'keys'), arg(0, 'jwks_uri')]),
  unsignedWithoutKey: constant('rejected'),
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  admitsAnonymous: slot(arg(0, 'allow_anon'), false),
  verdict: constant('responds'),
  ...claimChecks((name) => arg(0, 'verification', name)),
} as const;

const CHECKS = [
  ...TOKENS.map((from) => ({
    at: { call: `${from.object}verify`, in: from.in, arguments: [2, 3] } as const,
    key: arg(1),
    algorithms: [arg(2, 'alg'), arg(2)],
    verdict: constant('rejects'),
    checks: (name: string) => arg(2, name),
  })),
  {
    at: { call: 'jwt', in: 'hono/jwt', arguments: [1, 1] } as const,
    key: arg(0, 'secret'),
    algorithms: [arg(0, 'alg')],
    verdict: constant('responds'),
    checks: (name: string) => arg(0, 'verification', name),
  },
];

/** Without `alg`, HS256 was taken, whatever the key; now the call throws. */
const BANDS = [
  { until: '4.11.4', algorithms: ['HS256'] },
  { since: '4.11.4', algorithms: 'any' },
] as const;

export const hono = {
  package: 'hono',
  modules: ['hono/cookie', 'hono/jwk', ...TOKENS.map((from) => from.in)],
  source:
    'hono@4.13.19, @4.11.4, @4.11.3, @4.0.0 and @3.12.0 dist/helper/cookie/index.js, dist/utils/cookie.js, dist/utils/jwt/jwt.js, dist/middleware/jwt, dist/middleware/jwk',
  display: '',
  results: TOKENS.map((from) => ({ path: `${from.object}sign()`, in: from.in, is: 'credential' }) as const),
  emissions: [
    ...COOKIES.map(({ call, name, options }) => {
      const attributes = cookieOptions(options, SECONDS, HONO_SAME_SITE);
      return {
        emits: 'CookieWrite',
        at: { call, in: 'hono/cookie', arguments: [options, options + 1] },
        slots: {
          ...plainCookie('server'),
          name: required(arg(name)),
          value: flow(arg(name + 1)),
          ...attributes,
          prefix: { ...slot(arg(options, 'prefix'), 'none'), spelled: { host: 'host', secure: 'secure' } },
          secure: {
            ...slot([arg(options, 'secure'), arg(options, 'prefix')], false),
            spelled: { secure: true, host: true },
          },
        },
      } as const;
    }),
    ...SIGNED.map(
      ({ secret, ...at }) =>
        ({ emits: 'SecretUse', at: { ...at, in: 'hono/cookie' }, slots: sessionSecret(arg(secret)) }) as const,
    ),
    ...TOKENS.map(
      (from) =>
        ({
          emits: 'TokenSign',
          at: { call: `${from.object}sign`, in: from.in, arguments: [2, 3] },
          slots: {
            payload: flow(arg(0)),
            subject: flow([]),
            key: flow(arg(1)),
            signsNone: constant(false),
            // The `alg` of a JWK wins over the argument.
            algorithm: slot([arg(1, 'alg'), arg(2)], 'HS256'),
            lifetime: slot(timed(arg(0, 'exp'), EPOCH_SECONDS), 'never'),
          },
        }) as const,
    ),
    ...CHECKS.flatMap(({ at, key, algorithms, verdict, checks }) =>
      BANDS.map(
        ({ algorithms: absent, ...band }) =>
          ({
            emits: 'TokenVerify',
            at,
            ...band,
            slots: {
              key: flow(key),
              algorithms: slot(algorithms, absent),
              withoutAlgorithms: constant('rejected'),
              unsignedWithoutKey: constant('rejected'),
              hmacWithPublicKey: constant('rejected'),
              ...CALLERS_KEY,
              verdict,
              ...claimChecks(checks),
            },
          }) as const,
      ),
    ),
    ...TOKENS.map(
      (from) =>
        ({
          emits: 'TokenDecode',
          at: { call: `${from.object}decode`, in: from.in, arguments: [1, 1] },
          slots: decoding(arg(0), ['payload']),
        }) as const,
    ),
    // The header's algorithm counts where the key names none. Since 4.11.4 the list has to be there; before, it cannot.
    {
      emits: 'TokenVerify',
      at: { call: 'jwk', in: 'hono/jwk', arguments: [1, 2] },
      until: '4.11.4',
      slots: {
        ...JWK,
        algorithms: slot([], 'any'),
        withoutAlgorithms: constant('header'),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'jwk', in: 'hono/jwk', arguments: [1, 2] },
      since: '4.11.4',
      slots: {
        ...JWK,
        algorithms: required(arg(0, 'alg')),
        withoutAlgorithms: constant('rejected'),
      },
    },
  ],
} satisfies LibraryModel;
