import { COOKIE_SAME_SITE, cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, MILLISECONDS, returned, sessionSecret, slot, timed } from './model';

/** Release 3 has SameSite=Lax. */
const BANDS = [
  { since: '3.0.0', until: '4.0.0', sameSite: 'lax' },
  { since: '4.0.0', sameSite: 'strict' },
] as const;

export const csrfCsrf = {
  package: 'csrf-csrf',
  source: 'csrf-csrf@4.0.3 dist/index.js and csrf-csrf@3.2.2 lib/cjs/index.cjs (doubleCsrf)',
  display: 'doubleCsrf',
  emissions: BANDS.flatMap(({ sameSite, ...band }) => [
    {
      emits: 'SecretUse',
      at: { call: 'doubleCsrf', arguments: [1, 1] },
      ...band,
      slots: sessionSecret(returned(0, 'getSecret')),
    } as const,
    {
      emits: 'CookieWrite',
      at: { call: 'doubleCsrf', arguments: [1, 1] },
      ...band,
      slots: {
        ...plainCookie('server'),
        name: slot(arg(0, 'cookieName'), '__Host-psifi.x-csrf-token'),
        value: flow([]),
        // The defaults are those of a pattern: a written `undefined` changes nothing.
        httpOnly: slot(arg(0, 'cookieOptions', 'httpOnly'), true),
        secure: slot(arg(0, 'cookieOptions', 'secure'), true),
        sameSite: { ...slot(arg(0, 'cookieOptions', 'sameSite'), sameSite), spelled: COOKIE_SAME_SITE },
        ...cookieScope((name) => arg(0, 'cookieOptions', name)),
        lifetime: slot(
          [timed(arg(0, 'cookieOptions', 'maxAge'), MILLISECONDS), timed(arg(0, 'cookieOptions', 'expires'), DATE)],
          'session',
        ),
      },
    } as const,
  ]),
} satisfies LibraryModel;
