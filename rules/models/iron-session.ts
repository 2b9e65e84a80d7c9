import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

/** Next.js writes `true` as `SameSite=true`, the other stores write Strict. */
const { true: _, ...STORE_SAME_SITE } = COOKIE_SAME_SITE;

/** The options are spread over these: a written `undefined` wins. */
const DEFAULTS = {
  httpOnly: { default: true },
  secure: { default: true },
  sameSite: { default: 'lax' },
  scope: { default: '' },
} as const;
/** The options may be a function, which says what it likes. */
const UNCLEAR = { httpOnly: {}, secure: {}, sameSite: {}, scope: {} } as const;

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

/** Calls that write the session's cookie, by the argument that holds their options. */
const SESSIONS = [
  { at: { call: 'getIronSession', arguments: [3, 3] }, options: 2, spelled: COOKIE_SAME_SITE, absent: DEFAULTS },
  { at: { call: 'getIronSession', arguments: [2, 2] }, options: 1, spelled: STORE_SAME_SITE, absent: DEFAULTS },
  { at: { call: 'ironSession', arguments: [1, 1] }, options: 0, spelled: COOKIE_SAME_SITE, absent: DEFAULTS },
  {
    at: { call: 'withIronSessionApiRoute', arguments: [2, 2] },
    options: 1,
    spelled: COOKIE_SAME_SITE,
    absent: UNCLEAR,
  },
  { at: { call: 'withIronSessionSsr', arguments: [2, 2] }, options: 1, spelled: COOKIE_SAME_SITE, absent: UNCLEAR },
] as const;

const SECRETS = [
  ...SESSIONS,
  { at: { call: 'sealData', arguments: [2, 2] }, options: 1 },
  { at: { call: 'unsealData', arguments: [2, 2] }, options: 1 },
] as const;

export const ironSession = {
  package: 'iron-session',
  modules: ['iron-session', 'iron-session/edge', 'iron-session/express', 'iron-session/koa', 'iron-session/next'],
  source:
    'iron-session@8.0.4 and @9.0.1 dist/index.js, @6.3.1 and @7.0.6 dist/index.js, next, express and koa/index.ts',
  display: 'getIronSession',
  sessions: [{ property: 'session', kept: 'sealed' }],
  emissions: [
    ...SESSIONS.map(
      ({ at, options, spelled, absent }) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...SESSION_COOKIE,
            name: required(arg(options, 'cookieName')),
            value: flow([]),
            httpOnly: {
              where: [arg(options, 'cookieOptions', 'httpOnly')],
              ...absent.httpOnly,
              whenUndefined: false,
            },
            secure: { where: [arg(options, 'cookieOptions', 'secure')], ...absent.secure, whenUndefined: false },
            sameSite: {
              where: [arg(options, 'cookieOptions', 'sameSite')],
              ...absent.sameSite,
              whenUndefined: 'unset',
              spelled,
            },
            domain: { where: [arg(options, 'cookieOptions', 'domain')], ...absent.scope },
            path: { where: [arg(options, 'cookieOptions', 'path')], ...absent.scope },
            prefix: slot([], 'none'),
            // Else it follows `ttl`, where 0 is forever.
            lifetime: { where: [timed(arg(options, 'cookieOptions', 'maxAge'), SECONDS)], whenUndefined: 'session' },
          },
        }) as const,
    ),
    ...SESSIONS.map(
      ({ at, options }) =>
        ({
          emits: 'SessionSetup',
          at: { ...at, when: { where: arg(options, 'cookieOptions', 'maxAge'), kinds: ['undefined'] } },
          slots: {
            store: slot([], 'sealed'),
            // A cookie that ends with the browser's session holds a seal that never ends, whatever `ttl` says.
            lifetime: {
              where: [timed(arg(options, 'cookieOptions', 'maxAge'), SECONDS)],
              whenUndefined: 'never',
            },
          },
        }) as const,
    ),
    ...SESSIONS.map(
      ({ at, options, absent }) =>
        ({
          emits: 'SessionSetup',
          at: {
            ...at,
            when: { where: arg(options, 'cookieOptions', 'maxAge'), kinds: ['undefined'], otherwise: true },
          },
          slots: {
            store: slot([], 'sealed'),
            lifetime: {
              where: [timed(arg(options, 'ttl'), SECONDS)],
              ...(absent === DEFAULTS && { default: FOURTEEN_DAYS }),
              spelled: { 0: 'never' },
            },
          },
        }) as const,
    ),
    {
      // What is sealed by hand may be anything, but for ever is too long for all of it.
      emits: 'SessionSetup',
      at: { call: 'sealData', arguments: [2, 2], when: { where: arg(1, 'ttl'), is: ['0'] } },
      slots: {
        store: slot([], 'sealed'),
        lifetime: { where: [timed(arg(1, 'ttl'), SECONDS)], default: FOURTEEN_DAYS, spelled: { 0: 'never' } },
      },
    },
    ...SECRETS.map(
      ({ at, options }) =>
        ({
          emits: 'SecretUse',
          at,
          slots: { purpose: constant('session'), value: flow(arg(options, 'password')) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
