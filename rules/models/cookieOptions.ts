import type { SameSite } from '../facts/schema';
import type { Unit } from '../facts/schema/settings';
import { arg, constant, DATE, DAYS, flow, required, slot, timed, type Where } from './model';

/** A cookie that is written as it is asked for, and carries what it is given. */
export function plainCookie<By extends 'server' | 'script'>(by: By) {
  return {
    by: constant(by),
    carriesSession: constant(false),
    secureByRequest: constant(false),
    behindProxy: constant('sent'),
    domain: required([]),
    path: required([]),
    prefix: slot([], 'none'),
  } as const;
}

/** The cookie by which a server knows a session: it is written as it is asked for, whatever the session holds. */
export const SESSION_COOKIE = {
  by: constant('server'),
  carriesSession: constant(true),
  secureByRequest: constant(false),
  behindProxy: constant('sent'),
} as const;

/** Where a cookie's Domain and Path are written, by their names among its options. */
export function cookieScope(option: (name: 'domain' | 'path') => Where | readonly Where[]) {
  return { domain: slot(option('domain'), ''), path: slot(option('path'), ''), prefix: slot([], 'none') } as const;
}

/** A cookie that a script writes by `set(name, value, …)`: it can never be HttpOnly, browsers drop one that would be. */
export function scriptCookie() {
  return {
    ...plainCookie('script'),
    name: required(arg(0)),
    value: flow(arg(1)),
    httpOnly: slot([], false),
  } as const;
}

/** A script's cookie whose options are written as they stand, but for `expires`, which counts days. */
export function daySlots(option: (name: string) => readonly Where[]) {
  return {
    ...scriptCookie(),
    secure: slot(option('secure'), false),
    sameSite: {
      ...slot(option('sameSite'), 'unset'),
      spelled: { true: 'invalid', strict: 'strict', lax: 'lax', none: 'none' },
    },
    lifetime: slot(
      option('expires').map((where) => timed(where, DAYS)),
      'session',
    ),
  } as const;
}

/** The spellings of SameSite that `cookie` and all that build on it take: text in any case, `true` for Strict. */
export const COOKIE_SAME_SITE: Readonly<Record<string, SameSite>> = {
  true: 'strict',
  false: 'unset',
  strict: 'strict',
  lax: 'lax',
  none: 'none',
};

/** The attributes of a cookie that are options of argument `index` and have no defaults: what most libraries do. */
export function cookieOptions(index: number, maxAge: Unit, sameSite = COOKIE_SAME_SITE) {
  return {
    httpOnly: slot(arg(index, 'httpOnly'), false),
    secure: slot(arg(index, 'secure'), false),
    sameSite: { ...slot(arg(index, 'sameSite'), 'unset'), spelled: sameSite },
    lifetime: slot([timed(arg(index, 'maxAge'), maxAge), timed(arg(index, 'expires'), DATE)], 'session'),
    ...cookieScope((name) => arg(index, name)),
  } as const;
}
