import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import {
  arg,
  assigned,
  constant,
  DATE,
  flow,
  type LibraryModel,
  MILLISECONDS,
  required,
  returned,
  slot,
  timed,
  type Where,
} from './model';

const COOKIE = {
  by: constant('server'),
  carriesSession: constant(true),
  secureByRequest: constant(true),
  behindProxy: constant('dropped'),
} as const;

/** Since 1.19.0, a function of the request may give the options. */
const WRITTEN = [
  { isFunction: false, option: (name: string): Where => arg(0, 'cookie', name) },
  { isFunction: true, option: (name: string): Where => ({ ...returned(0, 'cookie'), path: [name] }) },
] as const;

/** What a handler changes of the cookie of one session: nothing is known of the rest. */
function laterWrite(name: 'httpOnly' | 'secure' | 'sameSite' | 'maxAge' | 'expires') {
  const where = (one: typeof name): readonly Where[] => (one === name ? [assigned] : []);
  return {
    emits: 'CookieWrite',
    at: { assign: `#SessionCookie.${name}` },
    slots: {
      ...COOKIE,
      name: required([]),
      value: flow([]),
      httpOnly: required(where('httpOnly')),
      secure: { ...required(where('secure')), spelled: { auto: 'auto' } },
      sameSite: { ...required(where('sameSite')), spelled: { ...COOKIE_SAME_SITE, auto: 'auto' } },
      domain: required([]),
      path: required([]),
      prefix: slot([], 'none'),
      lifetime: required([
        ...where('maxAge').map((one) => timed(one, MILLISECONDS)),
        ...where('expires').map((one) => timed(one, DATE)),
      ]),
    },
  } as const;
}

export const expressSession = {
  package: 'express-session',
  source: 'express-session@1.19.0 index.js and session/cookie.js',
  display: 'session',
  // session/store.js: it makes a new session, under a new id, and calls back.
  sessions: [{ property: 'session', kept: 'server', renewedBy: ['regenerate'], renewal: 'callback' }],
  types: [{ name: '#SessionCookie', display: 'cookie' }],
  gives: [{ path: '#Request.session.cookie', in: 'express', type: '#SessionCookie' }],
  emissions: [
    ...WRITTEN.map(
      ({ option, isFunction }) =>
        ({
          emits: 'CookieWrite',
          at: {
            call: '',
            arguments: [0, 1],
            when: { where: arg(0, 'cookie'), kinds: ['function'], otherwise: !isFunction },
          },
          slots: {
            ...COOKIE,
            name: slot([arg(0, 'name'), arg(0, 'key')], 'connect.sid'),
            value: flow([]),
            // session/cookie.js merges the options over its defaults: a written `undefined` wins.
            httpOnly: { ...slot(option('httpOnly'), true), whenUndefined: false },
            secure: { ...slot(option('secure'), false), spelled: { auto: 'auto' } },
            sameSite: { ...slot(option('sameSite'), 'unset'), spelled: { ...COOKIE_SAME_SITE, auto: 'auto' } },
            ...cookieScope(option),
            lifetime: slot([timed(option('maxAge'), MILLISECONDS), timed(option('expires'), DATE)], 'session'),
          },
        }) as const,
    ),
    ...(['httpOnly', 'secure', 'sameSite', 'maxAge', 'expires'] as const).map((name) => laterWrite(name)),
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow(arg(0, 'secret')) },
    },
    {
      emits: 'SessionSetup',
      at: { call: '', arguments: [0, 1] },
      slots: {
        store: { ...slot(arg(0, 'store'), 'memory'), spelled: { 'express-session MemoryStore()': 'memory' } },
        // The store's, which follows the cookie.
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
