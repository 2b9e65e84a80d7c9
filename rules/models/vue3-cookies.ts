import { plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, slot } from './model';

export const vue3Cookies = {
  package: 'vue3-cookies',
  source: 'vue3-cookies@1.0.6 dist/index.js (VueCookiesManager.set, useCookies)',
  display: 'cookies',
  types: [{ name: '#Cookies', display: 'cookies', fluent: ['set'] }],
  gives: [{ path: 'useCookies().cookies', type: '#Cookies' }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [2, 7] },
      slots: {
        ...plainCookie('script'),
        name: required(arg(0)),
        value: flow(arg(1)),
        // A script can never set HttpOnly, and the library does not try.
        httpOnly: slot([], false),
        // What is not written is up to `globalCookiesConfig()`.
        secure: required(arg(5)),
        sameSite: {
          ...required(arg(6)),
          spelled: { true: 'invalid', false: 'unset', '': 'unset', strict: 'strict', lax: 'lax', none: 'none' },
        },
        // Seconds, but 0 is the session, -1 is forever, and `1m` is a month.
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
