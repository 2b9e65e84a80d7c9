import { SESSION_COOKIE } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, sessionSecret, slot, timed } from './model';

const AT = { call: 'sessionMiddleware', arguments: [1, 1] } as const;

export const honoSessions = {
  package: 'hono-sessions',
  source: 'hono-sessions@0.8.1 esm/src/Middleware.js, esm/src/store/CookieStore.js and esm/src/Session.js',
  display: 'session',
  runsOn: 'server',
  emissions: [
    {
      emits: 'CookieWrite',
      at: AT,
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(0, 'sessionCookieName'), 'session'),
        value: flow([]),
        httpOnly: slot(arg(0, 'cookieOptions', 'httpOnly'), false),
        // A prefix makes it so.
        secure: {
          ...slot([arg(0, 'cookieOptions', 'secure'), arg(0, 'cookieOptions', 'prefix')], false),
          spelled: { secure: true, host: true },
        },
        sameSite: {
          ...slot(arg(0, 'cookieOptions', 'sameSite'), 'unset'),
          spelled: { strict: 'strict', lax: 'lax', none: 'none', Strict: 'strict', Lax: 'lax', None: 'none' },
        },
        domain: slot(arg(0, 'cookieOptions', 'domain'), ''),
        path: slot(arg(0, 'cookieOptions', 'path'), ''),
        prefix: {
          ...slot(arg(0, 'cookieOptions', 'prefix'), 'none'),
          spelled: { host: 'host', secure: 'secure' },
        },
        lifetime: slot(
          [timed(arg(0, 'cookieOptions', 'maxAge'), SECONDS), timed(arg(0, 'cookieOptions', 'expires'), DATE)],
          'session',
        ),
      },
    },
    { emits: 'SecretUse', at: AT, slots: sessionSecret(arg(0, 'encryptionKey')) },
    {
      emits: 'SessionSetup',
      at: AT,
      slots: {
        store: {
          ...slot(arg(0, 'store'), 'given'),
          spelled: { 'hono-sessions MemoryStore()': 'memory', 'hono-sessions CookieStore()': 'sealed' },
        },
        lifetime: required(timed(arg(0, 'expireAfterSeconds'), SECONDS)),
      },
    },
  ],
} satisfies LibraryModel;
