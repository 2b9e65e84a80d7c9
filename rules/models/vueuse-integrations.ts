import { cookieReadsOf } from './cookieReads';
import type { LibraryModel } from './model';
import { givenCookie } from './universalCookieSlots';

/** Only `useCookies`, which hands on what universal-cookie does. */
export const vueuseIntegrations = {
  package: '@vueuse/integrations',
  modules: ['@vueuse/integrations', '@vueuse/integrations/useCookies'],
  source: '@vueuse/integrations@10.11.1 useCookies.mjs (set: of universal-cookie)',
  display: 'cookies',
  emissions: [
    ...cookieReadsOf('useCookies().get', 'useCookies().getAll'),
    { emits: 'CookieWrite', at: { call: 'useCookies().set', arguments: [2, 3] }, slots: givenCookie() },
  ],
} satisfies LibraryModel;
