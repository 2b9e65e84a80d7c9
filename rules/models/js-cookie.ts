import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DAYS, type LibraryModel, slot, timed } from './model';

export const jsCookie = {
  package: 'js-cookie',
  source: 'js-cookie@3.0.8 dist/js.cookie.mjs (set: unknown attributes are written verbatim; expires in days)',
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
            secure: slot(arg(2, 'secure'), false),
            sameSite: {
              ...slot(arg(2, 'sameSite'), 'unset'),
              spelled: { true: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
            },
            lifetime: slot(timed(arg(2, 'expires'), DAYS), 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
