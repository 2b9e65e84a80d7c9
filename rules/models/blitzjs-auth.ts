import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, MINUTES, required, slot, timed } from './model';

export const blitzjsAuth = {
  package: '@blitzjs/auth',
  source: '@blitzjs/auth@3.0.2 dist/chunks/auth-plugin.mjs (AuthServerPlugin, cookieOptions, setSessionCookie)',
  display: 'auth',
  runsOn: 'server',
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'AuthServerPlugin', arguments: [1, 1] },
      slots: {
        ...SESSION_COOKIE,
        name: required([]),
        value: flow([]),
        httpOnly: slot([], true),
        // By default, in production.
        secure: required(arg(0, 'secureCookies')),
        sameSite: { ...slot(arg(0, 'sameSite'), 'lax'), whenUndefined: 'unset', spelled: COOKIE_SAME_SITE },
        domain: slot(arg(0, 'domain'), ''),
        path: slot([], '/'),
        prefix: slot([], 'none'),
        lifetime: slot(timed(arg(0, 'sessionExpiryMinutes'), MINUTES), 30 * 24 * 60 * 60),
      },
    },
  ],
} satisfies LibraryModel;
