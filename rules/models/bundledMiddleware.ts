import { cookieParser } from './cookie-parser';
import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { expressSession } from './express-session';
import { arg, constant, DATE, flow, MILLISECONDS, slot, timed } from './model';

/** `session` and `cookieParser` are the packages of today; `cookieSession` keeps the session in the cookie. */
const SEALED = [
  {
    emits: 'CookieWrite',
    at: { call: 'cookieSession', arguments: [0, 1] },
    slots: {
      by: constant('server'),
      carriesSession: constant(true),
      secureByRequest: constant(false),
      behindProxy: constant('dropped'),
      name: slot(arg(0, 'key'), 'connect.sess'),
      value: flow([]),
      // Merged over the defaults of express-session's cookie: a written `undefined` wins.
      httpOnly: { ...slot(arg(0, 'cookie', 'httpOnly'), true), whenUndefined: false },
      secure: slot(arg(0, 'cookie', 'secure'), false),
      sameSite: { ...slot(arg(0, 'cookie', 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
      ...cookieScope((name) => arg(0, 'cookie', name)),
      lifetime: slot(
        [timed(arg(0, 'cookie', 'maxAge'), MILLISECONDS), timed(arg(0, 'cookie', 'expires'), DATE)],
        'session',
      ),
    },
  },
  {
    emits: 'SecretUse',
    at: { call: 'cookieSession', arguments: [1, 1] },
    slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
  },
] as const;

/** What express 3 has as members of its own, from connect@2.30.2 lib/middleware. */
export const bundledMiddleware = [
  ...expressSession.emissions.flatMap((one) =>
    'call' in one.at ? [{ ...one, at: { ...one.at, call: 'session' } }] : [],
  ),
  ...cookieParser.emissions.map((one) => ({ ...one, at: { ...one.at, call: 'cookieParser' } })),
  ...SEALED,
];
