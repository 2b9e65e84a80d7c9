import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { arg, chain, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const written = {
  ...plainCookie('script'),
  name: required(arg(0)),
  value: flow(arg(1)),
  // A script can never set HttpOnly: browsers drop the whole cookie.
  httpOnly: slot([], false),
} as const;

export const reactCookie = {
  package: 'react-cookie',
  source:
    'react-cookie@8.1.2 esm/index.mjs (useCookies, CookiesProvider: defaultSetOptions), react-cookie@4.1.1 ' +
    'cjs/useCookies.js, universal-cookie@8.1.2 esm/index.mjs (Cookies.set)',
  display: 'cookies',
  types: [
    { name: '#Cookies', display: 'cookies' },
    { name: '#ProvidedCookies', display: 'cookies', annotations: ['Cookies'] },
    { name: '#ReactCookieProps', display: 'props', annotations: ['ReactCookieProps'] },
  ],
  gives: [
    { path: 'Cookies()', type: '#Cookies' },
    { path: '#ReactCookieProps.cookies', type: '#ProvidedCookies' },
  ],
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
    ...(
      [
        { call: 'useCookies().1', arguments: [2, 3] },
        { call: '#ProvidedCookies.set', arguments: [2, 3] },
      ] as const
    ).map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          // What is not written is up to the `defaultSetOptions` of a provider that is not in sight.
          slots: {
            ...written,
            secure: required(arg(2, 'secure')),
            sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
            lifetime: required([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
