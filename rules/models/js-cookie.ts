import { daySlots } from './cookieOptions';
import { cookieReads } from './cookieReads';
import { arg, chain, type LibraryModel } from './model';

/** Its script puts it into a page as `Cookies`. */
const WRITES = [{ call: 'set', in: 'js-cookie' }, { call: 'Cookies.set', in: '' }, { call: '#Cookies.set' }] as const;

/** An attribute of a call, else of the instance that `withAttributes` makes. */
function option(name: string) {
  return [arg(2, name), chain('withAttributes', 0, name)] as const;
}

export const jsCookie = {
  package: 'js-cookie',
  modules: ['js-cookie', ''],
  source:
    'js-cookie@3.0.8 dist/js.cookie.mjs (set: unknown attributes are written verbatim; expires in days; withAttributes)',
  display: 'Cookies',
  gives: [
    { path: 'withAttributes()', in: 'js-cookie', type: '#Cookies' },
    { path: 'Cookies.withAttributes()', in: '', type: '#Cookies' },
    { path: 'withConverter()', in: 'js-cookie', type: '#Cookies' },
  ],
  types: [{ name: '#Cookies', display: 'Cookies', fluent: ['withAttributes', 'withConverter'] }],
  emissions: [
    ...cookieReads({ call: 'get', in: 'js-cookie' }, { call: 'Cookies.get', in: '' }, { call: '#Cookies.get' }),
    ...WRITES.map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at: { ...at, arguments: [2, 3] },
          slots: daySlots(option),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
