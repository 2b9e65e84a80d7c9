import { SESSION_COOKIE } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, SECONDS, slot, timed, type Where } from './model';

/** An attribute of the session's cookie: its own, else that of all cookies. */
function attribute(name: string): readonly Where[] {
  return [
    arg(0, 'advanced', 'cookies', 'session_token', 'attributes', name),
    arg(0, 'advanced', 'defaultCookieAttributes', name),
  ];
}

export const betterAuth = {
  package: 'better-auth',
  modules: ['better-auth', 'better-auth/minimal'],
  source: 'better-auth@1.7.24 dist/cookies/index.mjs and dist/context/create-context.mjs, better-auth@1.2.12 the same',
  display: 'betterAuth',
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'betterAuth', arguments: [1, 1] },
      slots: {
        ...SESSION_COOKIE,
        // A prefix goes before it.
        name: { where: [] },
        value: flow([]),
        // The attributes are spread over the defaults: a written `undefined` wins.
        httpOnly: { ...slot(attribute('httpOnly'), true), whenUndefined: false },
        // Else the scheme of `baseURL` decides, or whether this is production.
        secure: { where: [...attribute('secure'), arg(0, 'advanced', 'useSecureCookies')] },
        sameSite: {
          ...slot(attribute('sameSite'), 'lax'),
          whenUndefined: 'unset',
          spelled: { false: 'unset', strict: 'strict', lax: 'lax', none: 'none' },
        },
        domain: slot([...attribute('domain'), arg(0, 'advanced', 'crossSubDomainCookies', 'domain')], ''),
        prefix: slot([], 'none'),
        path: slot(attribute('path'), ''),
        lifetime: slot(timed(arg(0, 'session', 'expiresIn'), SECONDS), 604_800),
      },
    },
    {
      emits: 'SecretUse',
      at: { call: 'betterAuth', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow([arg(0, 'secrets'), arg(0, 'secret')]) },
    },
  ],
} satisfies LibraryModel;
