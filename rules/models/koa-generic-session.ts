import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, MILLISECONDS, slot, timed } from './model';

export const koaGenericSession = {
  package: 'koa-generic-session',
  source: 'koa-generic-session@2.3.1 lib/session.js, copy-to@2.0.1 index.js, cookies@0.9.2 index.js',
  display: 'session',
  sessions: [{ property: 'session', kept: 'server', renewedBy: ['regenerateSession'] }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '', arguments: [0, 1] },
      slots: {
        by: constant('server'),
        carriesSession: constant(true),
        secureByRequest: constant(false),
        behindProxy: constant('dropped'),
        name: slot(arg(0, 'key'), 'koa.sid'),
        value: flow([]),
        httpOnly: slot(arg(0, 'cookie', 'httpOnly'), true),
        // Secure is set whenever the request came over TLS.
        secure: slot(arg(0, 'cookie', 'secure'), 'auto'),
        sameSite: { ...slot(arg(0, 'cookie', 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
        ...cookieScope((name) => arg(0, 'cookie', name)),
        lifetime: {
          ...slot(
            [timed(arg(0, 'cookie', 'maxage'), MILLISECONDS), timed(arg(0, 'cookie', 'maxAge'), MILLISECONDS)],
            24 * 60 * 60,
          ),
          // `null` ends with the browser, `undefined` is the default: they read alike.
          refusesUndefined: true,
        },
      },
    },
  ],
} satisfies LibraryModel;
