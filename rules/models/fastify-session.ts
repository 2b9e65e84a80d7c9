import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, MILLISECONDS, required, slot, timed } from './model';

const EXPORTS = ['', 'fastifySession'] as const;
const STORES = {
  '@fastify/session MemoryStore()': 'memory',
  '@fastify/session Store()': 'memory',
  '@fastify/session fastifySession.MemoryStore()': 'memory',
  '@fastify/session fastifySession.Store()': 'memory',
} as const;

export const fastifySession = {
  package: '@fastify/session',
  source:
    '@fastify/session@11.1.3, @11.0.0 and @10.9.0 index.js and lib/cookie.js, @10.0.0, @8.0.0 and @6.5.2 lib/fastifySession.js',
  display: 'app',
  // lib/session.js: without a callback, it gives a promise.
  sessions: [{ property: 'session', kept: 'server', renewedBy: ['regenerate'], renewal: 'promise' }],
  emissions: [
    ...EXPORTS.map(
      (handed) =>
        ({
          emits: 'CookieWrite',
          at: { handed, to: 'register', arguments: [2, 2] },
          slots: {
            by: constant('server'),
            carriesSession: constant(true),
            secureByRequest: constant(true),
            behindProxy: constant('dropped'),
            name: slot(arg(1, 'cookieName'), 'sessionId'),
            value: flow([]),
            httpOnly: slot(arg(1, 'cookie', 'httpOnly'), true),
            secure: { ...slot(arg(1, 'cookie', 'secure'), true), spelled: { auto: 'auto' } },
            // It hands `null` to @fastify/cookie, which takes the Lax of that away.
            sameSite: { ...slot(arg(1, 'cookie', 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
            ...cookieScope((name) => arg(1, 'cookie', name)),
            lifetime: slot(
              [timed(arg(1, 'cookie', 'maxAge'), MILLISECONDS), timed(arg(1, 'cookie', 'expires'), DATE)],
              'session',
            ),
          },
        }) as const,
    ),
    ...EXPORTS.map(
      (handed) =>
        ({
          emits: 'SecretUse',
          at: { handed, to: 'register', arguments: [2, 2] },
          slots: { purpose: constant('session'), value: flow(arg(1, 'secret')) },
        }) as const,
    ),
    ...EXPORTS.map(
      (handed) =>
        ({
          emits: 'SessionSetup',
          at: { handed, to: 'register', arguments: [2, 2] },
          slots: {
            store: { ...slot(arg(1, 'store'), 'memory'), spelled: STORES },
            // The store's, which follows the cookie.
            lifetime: required([]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
