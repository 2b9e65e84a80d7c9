import { scriptCookie } from './cookieOptions';
import { arg, required } from './model';

/** A cookie of vue-cookies and its port: what is not written is up to a configuration that is not in sight. */
export function vueCookie() {
  return {
    ...scriptCookie(),
    secure: required(arg(5)),
    sameSite: {
      ...required(arg(6)),
      spelled: { true: 'invalid', false: 'unset', '': 'unset', strict: 'strict', lax: 'lax', none: 'none' },
    },
    // Seconds, but 0 is the session, -1 is forever, and `1m` is a month.
    lifetime: required([]),
  } as const;
}
