import { daySlots } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, chain, type LibraryModel } from './model';

export const typescriptCookie = {
  package: 'typescript-cookie',
  source:
    'typescript-cookie@1.0.6 dist/typescript-cookie.mjs (setCookie, stringifyAttributes: expires in days; init: set, withAttributes)',
  display: 'Cookies',
  types: [{ name: '#Cookies', display: 'Cookies', fluent: ['withAttributes', 'withConverter'] }],
  gives: [
    { path: 'Cookies.withAttributes()', type: '#Cookies' },
    { path: 'Cookies.withConverter()', type: '#Cookies' },
  ],
  emissions: [
    ...cookieReadsOf('getCookie', 'getCookies', 'Cookies.get', '#Cookies.get'),
    ...(
      [
        { call: 'setCookie', arguments: [2, 4] },
        { call: 'Cookies.set', arguments: [2, 3] },
      ] as const
    ).map((at) => ({ emits: 'CookieWrite', at, slots: daySlots((name) => [arg(2, name)]) }) as const),
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [2, 3] },
      slots: daySlots((name) => [arg(2, name), chain('withAttributes', 0, name)]),
    },
  ],
} satisfies LibraryModel;
