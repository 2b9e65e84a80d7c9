import { cookieReadsOf } from './cookieReads';
import type { LibraryModel } from './model';
import { givenCookie, madeCookie } from './universalCookieSlots';

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
    ...cookieReadsOf(
      'useCookies',
      '#Cookies.get',
      '#Cookies.getAll',
      '#ProvidedCookies.get',
      '#ProvidedCookies.getAll',
    ),
    { emits: 'CookieWrite', at: { call: '#Cookies.set', arguments: [2, 3] }, slots: madeCookie() },
    // Theirs are up to the `defaultSetOptions` of a provider.
    { emits: 'CookieWrite', at: { call: 'useCookies().1', arguments: [2, 3] }, slots: givenCookie() },
    { emits: 'CookieWrite', at: { call: '#ProvidedCookies.set', arguments: [2, 3] }, slots: givenCookie() },
  ],
} satisfies LibraryModel;
