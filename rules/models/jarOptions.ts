import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, MILLISECONDS, required, slot, timed, type Where } from './model';

/** What `set(name, value, options)` of the package `cookies` writes; `jar`: where the jar says whether it is secure. */
export function jarOptions(...jar: readonly Where[]) {
  return {
    by: constant('server'),
    carriesSession: constant(false),
    secureByRequest: constant(false),
    // It throws: no cookie is sent.
    behindProxy: constant('dropped'),
    name: required(arg(0)),
    value: flow(arg(1)),
    // The options are written over the defaults: a written `undefined` wins.
    httpOnly: { ...slot(arg(2, 'httpOnly'), true), whenUndefined: false },
    // Secure is set whenever the request came over TLS.
    secure: slot([arg(2, 'secure'), arg(2, 'secureProxy'), ...jar], 'auto'),
    sameSite: { ...slot(arg(2, 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
    ...cookieScope((name) => arg(2, name)),
    lifetime: slot([timed(arg(2, 'maxAge'), MILLISECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
  } as const;
}
