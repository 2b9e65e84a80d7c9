import { cookieReadsOf } from './cookieReads';
import type { LibraryModel } from './model';
import { givenCookie, madeCookie } from './universalCookieSlots';

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
    ...cookieReadsOf('#Cookies.get', '#Cookies.getAll', '#GivenCookies.get', '#GivenCookies.getAll'),
    { emits: 'CookieWrite', at: { call: '#Cookies.set', arguments: [2, 3] }, slots: madeCookie() },
    { emits: 'CookieWrite', at: { call: '#GivenCookies.set', arguments: [2, 3] }, slots: givenCookie() },
  ],
} satisfies LibraryModel;
