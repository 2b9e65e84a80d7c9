import { COOKIE_SAME_SITE, scriptCookie } from './cookieOptions';
import { arg, chain, DATE, required, SECONDS, slot, timed } from './model';

/** What an instance that the code makes writes: the call's options over those of its constructor. */
export function madeCookie() {
  return {
    ...scriptCookie(),
    secure: slot([arg(2, 'secure'), chain('new', 1, 'secure')], false),
    sameSite: { ...slot([arg(2, 'sameSite'), chain('new', 1, 'sameSite')], 'unset'), spelled: COOKIE_SAME_SITE },
    lifetime: slot(
      [
        timed(arg(2, 'maxAge'), SECONDS),
        timed(chain('new', 1, 'maxAge'), SECONDS),
        timed(arg(2, 'expires'), DATE),
        timed(chain('new', 1, 'expires'), DATE),
      ],
      'session',
    ),
  } as const;
}

/** What an instance writes that is made where it is not in sight: what is not written is up to its constructor. */
export function givenCookie() {
  return {
    ...scriptCookie(),
    secure: required(arg(2, 'secure')),
    sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
    lifetime: required([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)]),
  } as const;
}
