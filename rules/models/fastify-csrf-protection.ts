import { COOKIE_SAME_SITE, cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

export const fastifyCsrfProtection = {
  package: '@fastify/csrf-protection',
  source: '@fastify/csrf-protection@8.0.2 index.js (defaultOptions, generateCsrfCookie)',
  display: 'app',
  emissions: (['', 'fastifyCsrfProtection'] as const).flatMap((handed) =>
    // Options of one's own replace `{ path: '/', sameSite: true, httpOnly: true }` as a whole: what is not written is not known.
    [
      {
        emits: 'CookieWrite',
        at: { handed, to: 'register', arguments: [2, 2] },
        slots: {
          ...plainCookie('server'),
          name: slot(arg(1, 'cookieKey'), '_csrf'),
          value: flow([]),
          httpOnly: required(arg(1, 'cookieOpts', 'httpOnly')),
          secure: { ...required(arg(1, 'cookieOpts', 'secure')), spelled: { auto: 'auto' } },
          sameSite: { ...required(arg(1, 'cookieOpts', 'sameSite')), spelled: COOKIE_SAME_SITE },
          ...cookieScope((name) => arg(1, 'cookieOpts', name)),
          lifetime: slot(
            [timed(arg(1, 'cookieOpts', 'maxAge'), SECONDS), timed(arg(1, 'cookieOpts', 'expires'), DATE)],
            'session',
          ),
        },
      } as const,
    ],
  ),
} satisfies LibraryModel;
