import { cookieReads, cookieReadsOf } from './cookieReads';
import type { LibraryModel } from './model';
import { vueCookie } from './vueCookieSlots';

export const vueCookies = {
  package: 'vue-cookies',
  source: 'vue-cookies@1.8.6 vue-cookies.js (set, config), types/index.d.ts',
  display: '$cookies',
  types: [{ name: '#VueCookies', display: '$cookies', annotations: ['VueCookies'], fluent: ['set'] }],
  gives: [{ path: 'set()', type: '#VueCookies' }],
  emissions: [
    ...cookieReadsOf('get', '#VueCookies.get'),
    ...cookieReads({ method: 'get', of: '$cookies', arguments: [1, 1] }),
    ...(['set', '#VueCookies.set'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 8] },
          slots: vueCookie(),
        }) as const,
    ),
    // What the plugin gives to every component.
    { emits: 'CookieWrite', at: { method: 'set', of: '$cookies', arguments: [2, 8] }, slots: vueCookie() } as const,
  ],
} satisfies LibraryModel;
