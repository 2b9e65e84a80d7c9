import { daySlots } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, type LibraryModel } from './model';

export const esCookie = {
  package: 'es-cookie',
  source: 'es-cookie@1.5.0 src/es-cookie.js (set, encode, stringifyAttributes: expires in days)',
  display: 'Cookies',
  emissions: [
    ...cookieReadsOf('get', 'getAll'),
    { emits: 'CookieWrite', at: { call: 'set', arguments: [2, 3] }, slots: daySlots((name) => [arg(2, name)]) },
  ],
} satisfies LibraryModel;
