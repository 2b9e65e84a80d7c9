import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, MILLISECONDS, required, slot, timed } from './model';

export const expressSession = {
  package: 'express-session',
  source: 'express-session@1.19.0 index.js and session/cookie.js',
  display: 'session',
  // session/store.js: it makes a new session, under a new id, and calls back.
  sessions: [{ property: 'session', kept: 'server', renewedBy: ['regenerate'], renewal: 'callback' }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '', arguments: [0, 1] },
      slots: {
        by: constant('server'),
        carriesSession: constant(true),
        secureByRequest: constant(true),
        behindProxy: constant('dropped'),
        name: slot([arg(0, 'name'), arg(0, 'key')], 'connect.sid'),
        value: flow([]),
        // session/cookie.js merges the options over its defaults: a written `undefined` wins.
        httpOnly: { ...slot(arg(0, 'cookie', 'httpOnly'), true), whenUndefined: false },
        secure: { ...slot(arg(0, 'cookie', 'secure'), false), spelled: { auto: 'auto' } },
        sameSite: { ...slot(arg(0, 'cookie', 'sameSite'), 'unset'), spelled: { ...COOKIE_SAME_SITE, auto: 'auto' } },
        ...cookieScope((name) => arg(0, 'cookie', name)),
        lifetime: slot(
          [timed(arg(0, 'cookie', 'maxAge'), MILLISECONDS), timed(arg(0, 'cookie', 'expires'), DATE)],
          'session',
        ),
      },
    },
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
    },
    {
      emits: 'SessionSetup',
      at: { call: '', arguments: [0, 1] },
      slots: {
        store: { ...slot(arg(0, 'store'), 'memory'), spelled: { 'express-session MemoryStore()': 'memory' } },
        // The store's, which follows the cookie.
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
