import { cookieReadsOf } from './cookieReads';
import { arg, DAYS, type LibraryModel, timed } from './model';
import { tinySlots } from './tiny-cookie';

export const vueCookie = {
  package: 'vue-cookie',
  source: 'vue-cookie@1.1.4 src/vue-cookie.js (set: over tiny-cookie ^1.0), tiny-cookie@1.0.1 tiny-cookie.js (convert)',
  display: 'VueCookie',
  emissions: [
    ...cookieReadsOf('get'),
    { emits: 'CookieWrite', at: { call: 'set', arguments: [2, 3] }, slots: tinySlots(2, timed(arg(2), DAYS)) },
  ],
} satisfies LibraryModel;
