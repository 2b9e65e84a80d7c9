import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DATE, type LibraryModel, SECONDS, slot, timed } from './model';

/** In a page; on a server, `plugToRequest` says whose cookies they are. */
export const reactCookies = {
  package: 'react-cookies',
  source: 'react-cookies@0.1.1 build/cookie.js (save: cookie.serialize), cookie@0.3.1 index.js (serialize)',
  display: 'cookie',
  emissions: [
    ...cookieReadsOf('load', 'loadAll', 'select'),
    {
      emits: 'CookieWrite',
      at: { call: 'save', arguments: [2, 3] },
      slots: {
        ...scriptCookie(),
        secure: slot(arg(2, 'secure'), false),
        sameSite: {
          ...slot(arg(2, 'sameSite'), 'unset'),
          // That of `cookie@0.3` throws on `none`.
          spelled: { true: 'strict', false: 'unset', strict: 'strict', lax: 'lax', none: 'invalid' },
        },
        lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
