import { COOKIE_SAME_SITE, cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, SECONDS, slot, timed } from './model';

export const csurf = {
  package: 'csurf',
  source: 'csurf@1.11.0 index.js (getCookieOptions, setCookie)',
  display: 'csurf',
  // Without the option, the secret is kept in the session.
  emissions: ([{ is: ['true'] }, { kinds: ['object'] }] as const).map(
    (condition) =>
      ({
        emits: 'CookieWrite',
        at: { call: '', arguments: [1, 1], when: { where: arg(0, 'cookie'), ...condition } },
        slots: {
          ...plainCookie('server'),
          name: slot(arg(0, 'cookie', 'key'), '_csrf'),
          value: flow([]),
          httpOnly: slot(arg(0, 'cookie', 'httpOnly'), false),
          secure: slot(arg(0, 'cookie', 'secure'), false),
          sameSite: { ...slot(arg(0, 'cookie', 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
          ...cookieScope((name) => arg(0, 'cookie', name)),
          lifetime: slot(
            [timed(arg(0, 'cookie', 'maxAge'), SECONDS), timed(arg(0, 'cookie', 'expires'), DATE)],
            'session',
          ),
        },
      }) as const,
  ),
} satisfies LibraryModel;
