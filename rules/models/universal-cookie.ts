import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { arg, chain, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const written = {
  ...plainCookie('script'),
  name: required(arg(0)),
  value: flow(arg(1)),
  // A script can never set HttpOnly: browsers drop the whole cookie.
  httpOnly: slot([], false),
} as const;

export const universalCookie = {
  package: 'universal-cookie',
  source:
    'universal-cookie@8.1.2 esm/index.mjs (Cookies.set: the options over defaultSetOptions, then cookie.serialize), ' +
    'universal-cookie@4.0.4 cjs/Cookies.js (no defaultSetOptions; @6.0.0 has them)',
  display: 'cookies',
  types: [
    { name: '#Cookies', display: 'cookies' },
    // The default export names the type too.
    { name: '#GivenCookies', display: 'cookies', annotations: [''] },
  ],
  gives: [{ path: '()', type: '#Cookies' }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [2, 3] },
      slots: {
        ...written,
        secure: slot([arg(2, 'secure'), chain('new', 1, 'secure')], false),
        sameSite: {
          ...slot([arg(2, 'sameSite'), chain('new', 1, 'sameSite')], 'unset'),
          spelled: COOKIE_SAME_SITE,
        },
        lifetime: slot(
          [
            timed(arg(2, 'maxAge'), SECONDS),
            timed(chain('new', 1, 'maxAge'), SECONDS),
            timed(arg(2, 'expires'), DATE),
            timed(chain('new', 1, 'expires'), DATE),
          ],
          'session',
        ),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#GivenCookies.set', arguments: [2, 3] },
      // What is not written is up to a constructor that is not in sight.
      slots: {
        ...written,
        secure: required(arg(2, 'secure')),
        sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
        lifetime: required([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)]),
      },
    },
  ],
} satisfies LibraryModel;
