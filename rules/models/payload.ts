import { SESSION_COOKIE } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, SECONDS, slot, timed } from './model';

const COLLECTION = { call: 'buildConfig', arguments: [1, 1], listed: arg(0, 'collections') } as const;
const HAS_OPTIONS = { where: arg(0, 'auth'), kinds: ['object'] } as const;
const IS_NONE = { where: arg(0, 'auth', 'cookies', 'sameSite'), is: ['none'] } as const;

/** `auth: true` is as good as no options. */
const HAS_NONE = { where: arg(0, 'auth'), is: ['true'] } as const;

/** Since release 3, `sameSite: 'None'` makes the cookie Secure. */
const COOKIES = [
  { at: { ...COLLECTION, when: HAS_OPTIONS }, until: '3.0.0' },
  { at: { ...COLLECTION, when: HAS_OPTIONS, unless: IS_NONE }, since: '3.0.0' },
  { at: { ...COLLECTION, when: HAS_NONE } },
] as const;

export const payload = {
  package: 'payload',
  modules: ['payload', 'payload/config'],
  source:
    'payload@3.90.2 dist/auth/cookies.js, dist/auth/jwt.js and dist/collections/config/defaults.js; payload@2.32.3 dist/auth/operations/login.js, dist/collections/config/defaults.js and dist/payload.js (init)',
  display: 'payload',
  runsOn: 'server',
  emissions: [
    ...COOKIES.map(
      (band) =>
        ({
          emits: 'CookieWrite',
          ...band,
          slots: {
            ...SESSION_COOKIE,
            name: slot([], 'payload-token'),
            value: flow([]),
            httpOnly: slot([], true),
            // Spread over the defaults.
            secure: {
              // Who signs in otherwise gets no cookie.
              ...slot([arg(0, 'auth', 'cookies', 'secure'), arg(0, 'auth', 'disableLocalStrategy')], false),
              whenUndefined: false,
            },
            sameSite: {
              ...slot(arg(0, 'auth', 'cookies', 'sameSite'), 'lax'),
              whenUndefined: 'unset',
              spelled: { true: 'strict', false: 'unset', Strict: 'strict', Lax: 'lax', None: 'none' },
            },
            domain: slot(arg(0, 'auth', 'cookies', 'domain'), ''),
            path: slot([], '/'),
            prefix: slot([], 'none'),
            lifetime: slot(timed(arg(0, 'auth', 'tokenExpiration'), SECONDS), 7200),
          },
        }) as const,
    ),
    {
      emits: 'TokenSign',
      at: { ...COLLECTION, when: HAS_OPTIONS },
      slots: {
        key: flow([]),
        algorithm: slot([], 'HS256'),
        signsNone: constant(false),
        lifetime: slot(timed(arg(0, 'auth', 'tokenExpiration'), SECONDS), 7200),
        payload: flow([]),
        subject: flow([]),
      },
    },
    {
      emits: 'SecretUse',
      at: { call: 'buildConfig', arguments: [1, 1] },
      slots: { purpose: constant('token'), value: flow(arg(0, 'secret')) },
    },
    {
      emits: 'SecretUse',
      at: { call: 'init', arguments: [1, 1] },
      until: '3.0.0',
      slots: { purpose: constant('token'), value: flow(arg(0, 'secret')) },
    },
  ],
} satisfies LibraryModel;
