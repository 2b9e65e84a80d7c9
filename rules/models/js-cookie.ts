import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, chain, DAYS, type LibraryModel, slot, timed } from './model';

/** An attribute of a call, else of the instance that `withAttributes` makes. */
function option(name: string) {
  return [arg(2, name), chain('withAttributes', 0, name)] as const;
}

export const jsCookie = {
  package: 'js-cookie',
  source:
    'js-cookie@3.0.8 dist/js.cookie.mjs (set: unknown attributes are written verbatim; expires in days; withAttributes)',
  display: 'Cookies',
  gives: [
    { path: 'withAttributes()', type: '#Cookies' },
    { path: 'withConverter()', type: '#Cookies' },
  ],
  types: [{ name: '#Cookies', display: 'Cookies', fluent: ['withAttributes', 'withConverter'] }],
  emissions: [
    ...cookieReadsOf('get', '#Cookies.get'),
    ...(['set', '#Cookies.set'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          slots: {
            ...scriptCookie(),
            secure: slot(option('secure'), false),
            sameSite: {
              ...slot(option('sameSite'), 'unset'),
              spelled: { true: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(
              [timed(arg(2, 'expires'), DAYS), timed(chain('withAttributes', 0, 'expires'), DAYS)],
              'session',
            ),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
