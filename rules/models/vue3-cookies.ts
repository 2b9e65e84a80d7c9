import { cookieReadsOf } from './cookieReads';
import type { LibraryModel } from './model';
import { vueCookie } from './vueCookieSlots';

export const vue3Cookies = {
  package: 'vue3-cookies',
  source: 'vue3-cookies@1.0.6 dist/index.js (VueCookiesManager.set, useCookies)',
  display: 'cookies',
  types: [{ name: '#Cookies', display: 'cookies', fluent: ['set'] }],
  gives: [{ path: 'useCookies().cookies', type: '#Cookies' }],
  emissions: [
    ...cookieReadsOf('#Cookies.get'),
    { emits: 'CookieWrite', at: { call: '#Cookies.set', arguments: [2, 7] }, slots: vueCookie() },
  ],
} satisfies LibraryModel;
