import { scriptCookie } from './cookieOptions';
import { cookieReads } from './cookieReads';
import { arg, DAYS, type LibraryModel, slot, timed } from './model';

/** The plugin hangs itself on jQuery, which a page has by its usual names. */
const PLACES = [
  { call: '$.cookie', in: '' },
  { call: 'jQuery.cookie', in: '' },
  { call: 'cookie', in: 'jquery' },
] as const;

export const jqueryCookie = {
  package: 'jquery.cookie',
  modules: ['jquery', ''],
  source: 'jquery.cookie@1.4.1 jquery.cookie.js ($.cookie: expires in days, no SameSite)',
  display: '$',
  emissions: [
    ...cookieReads(...PLACES.map((place) => ({ ...place, arguments: [1, 1] }) as const)),
    ...PLACES.map(
      (place) =>
        ({
          emits: 'CookieWrite',
          at: { ...place, arguments: [2, 3] },
          slots: {
            ...scriptCookie(),
            secure: slot(arg(2, 'secure'), false),
            // It writes none, whatever is asked for.
            sameSite: slot([], 'unset'),
            lifetime: slot(timed(arg(2, 'expires'), DAYS), 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
