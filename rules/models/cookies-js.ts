import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, type LibraryModel, SECONDS, slot, timed } from './model';

/** It has no SameSite. */
export const cookiesJs = {
  package: 'cookies-js',
  source: 'cookies-js@1.2.3 dist/cookies.js (Cookies, Cookies.set: expires in seconds, _generateCookieString)',
  display: 'Cookies',
  emissions: [
    ...cookieReadsOf('get'),
    ...(['', 'set'] as const).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          slots: {
            ...scriptCookie(),
            secure: slot(arg(2, 'secure'), false),
            sameSite: { ...slot([], 'unset'), spelled: {} },
            lifetime: slot(timed(arg(2, 'expires'), SECONDS), 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
