import { COOKIE_SAME_SITE, cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, MILLISECONDS, slot, timed } from './model';

export const csrfCsrf = {
  package: 'csrf-csrf',
  source: 'csrf-csrf@4.0.3 dist/index.js (doubleCsrf)',
  display: 'doubleCsrf',
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'doubleCsrf', arguments: [1, 1] },
      since: '4.0.0',
      slots: {
        ...plainCookie('server'),
        name: slot(arg(0, 'cookieName'), '__Host-psifi.x-csrf-token'),
        value: flow([]),
        // The defaults are those of a pattern: a written `undefined` changes nothing.
        httpOnly: slot(arg(0, 'cookieOptions', 'httpOnly'), true),
        secure: slot(arg(0, 'cookieOptions', 'secure'), true),
        sameSite: { ...slot(arg(0, 'cookieOptions', 'sameSite'), 'strict'), spelled: COOKIE_SAME_SITE },
        ...cookieScope((name) => arg(0, 'cookieOptions', name)),
        lifetime: slot(
          [timed(arg(0, 'cookieOptions', 'maxAge'), MILLISECONDS), timed(arg(0, 'cookieOptions', 'expires'), DATE)],
          'session',
        ),
      },
    },
  ],
} satisfies LibraryModel;
