import { scriptCookie } from './cookieOptions';
import { arg, required, SECONDS, timed } from './model';

/** A cookie of vue-cookies and its port: what is not written is up to a configuration that is not in sight. */
export function vueCookie() {
  return {
    ...scriptCookie(),
    secure: required(arg(5)),
    sameSite: {
      ...required(arg(6)),
      spelled: { true: 'invalid', false: 'unset', '': 'unset', strict: 'strict', lax: 'lax', none: 'none' },
    },
    // Texts are not read: `1m` is a month.
    lifetime: {
      ...required(timed(arg(2), SECONDS)),
      spelled: { 0: 'session', '-1': 'never', Infinity: 'never' },
    },
  } as const;
}
