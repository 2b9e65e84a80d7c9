import { SESSION_COOKIE } from './cookieOptions';
import { arg, constant, flow, JOSE_TIME, type LibraryModel, required, SECONDS, slot, timed, type Where } from './model';
import type { Condition } from './shape/conditions';

/** An attribute of the session's cookie: its own, else that of all cookies. */
function attribute(name: string): readonly Where[] {
  return [
    arg(0, 'advanced', 'cookies', 'session_token', 'attributes', name),
    arg(0, 'advanced', 'defaultCookieAttributes', name),
  ];
}

const [OWN, SHARED] = [
  arg(0, 'advanced', 'cookies', 'session_token', 'attributes', 'secure'),
  arg(0, 'advanced', 'defaultCookieAttributes', 'secure'),
];
const noOwn = { where: OWN, kinds: ['absent'] } as const;
const noShared = { where: SHARED, kinds: ['absent'] } as const;

/** What decides on Secure: where names begin with `__Secure-`, as they do over https, an attribute changes nothing. */
const SECURE: readonly { readonly when: Condition; readonly secure: readonly Where[] }[] = [
  { when: { all: [noOwn, noShared] }, secure: [arg(0, 'advanced', 'useSecureCookies')] },
  { when: { all: [noOwn, { ...noShared, otherwise: true }] }, secure: [] },
  { when: { ...noOwn, otherwise: true }, secure: [] },
];

export const betterAuth = {
  package: 'better-auth',
  modules: ['better-auth', 'better-auth/minimal', 'better-auth/plugins', 'better-auth/plugins/jwt'],
  source:
    'better-auth@1.7.24 dist/cookies/index.mjs and dist/context/create-context.mjs, better-auth@1.2.12 the same; better-call dist/cookies.mjs (resolveCookie); dist/plugins/jwt/sign.mjs and utils.mjs (toExpJWT)',
  display: 'betterAuth',
  emissions: [
    ...SECURE.map(
      ({ when, secure }) =>
        ({
          emits: 'CookieWrite',
          at: { call: 'betterAuth', arguments: [1, 1], when },
          slots: {
            ...SESSION_COOKIE,
            // A prefix goes before it.
            name: { where: [] },
            value: flow([]),
            // The attributes are spread over the defaults: a written `undefined` wins.
            httpOnly: { ...slot(attribute('httpOnly'), true), whenUndefined: false },
            // Else the scheme of `baseURL` decides, or whether this is production.
            secure: required(secure),
            sameSite: {
              ...slot(attribute('sameSite'), 'lax'),
              whenUndefined: 'unset',
              spelled: { true: 'invalid', false: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
            },
            domain: slot([...attribute('domain'), arg(0, 'advanced', 'crossSubDomainCookies', 'domain')], ''),
            prefix: slot([], 'none'),
            path: slot(attribute('path'), ''),
            lifetime: slot(timed(arg(0, 'session', 'expiresIn'), SECONDS), 604_800),
          },
        }) as const,
    ),
    ...(['better-auth/plugins', 'better-auth/plugins/jwt'] as const).map(
      (from) =>
        ({
          // What its tokens are for is not known: only what a number means, which is a point in time.
          emits: 'TokenSign',
          at: {
            call: 'jwt',
            in: from,
            arguments: [1, 1],
            when: { where: arg(0, 'jwt', 'expirationTime'), kinds: ['literal'] },
          },
          slots: {
            payload: flow([]),
            subject: flow([]),
            key: flow([]),
            algorithm: required(arg(0, 'jwks', 'keyPairConfig', 'alg')),
            signsNone: constant(false),
            lifetime: required(timed(arg(0, 'jwt', 'expirationTime'), JOSE_TIME)),
          },
        }) as const,
    ),
    {
      emits: 'SecretUse',
      at: { call: 'betterAuth', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow([arg(0, 'secrets'), arg(0, 'secret')]) },
    },
  ],
} satisfies LibraryModel;
