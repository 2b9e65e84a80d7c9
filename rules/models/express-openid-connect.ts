import { cookieScope, SESSION_COOKIE } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

export const expressOpenidConnect = {
  package: 'express-openid-connect',
  source: 'express-openid-connect@3.4.0 lib/config.js, lib/appSession.js and lib/context.js',
  display: 'auth',
  results: (['idToken', 'refreshToken', 'accessToken.access_token'] as const).map(
    (name) => ({ path: `#Request.oidc.${name}`, in: 'express', is: 'credential' }) as const,
  ),
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'auth', arguments: [0, 1] },
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(0, 'session', 'name'), 'appSession'),
        value: flow([]),
        httpOnly: slot(arg(0, 'session', 'cookie', 'httpOnly'), true),
        // Else it is on where `baseURL`, which may come from the environment, starts with https.
        secure: required(arg(0, 'session', 'cookie', 'secure')),
        sameSite: {
          ...slot(arg(0, 'session', 'cookie', 'sameSite'), 'lax'),
          spelled: { Lax: 'lax', Strict: 'strict', None: 'none' },
        },
        ...cookieScope((name) => arg(0, 'session', 'cookie', name)),
        // What is left of the rolling and of the absolute duration, or the browser's session.
        lifetime: required([]),
      },
    },
    {
      emits: 'SessionSetup',
      at: { call: 'auth', arguments: [0, 1] },
      slots: {
        store: slot(arg(0, 'session', 'store'), 'sealed'),
        // `false`: for as long as it is used.
        lifetime: slot(timed(arg(0, 'session', 'absoluteDuration'), SECONDS), 604_800),
      },
    },
    {
      emits: 'SecretUse',
      at: { call: 'auth', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
    },
  ],
} satisfies LibraryModel;
