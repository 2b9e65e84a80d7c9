import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, MILLISECONDS, slot, timed } from './model';

const COOKIE = {
  by: constant('server'),
  carriesSession: constant(true),
  secureByRequest: constant(false),
  // `cookies`, which writes it, throws.
  behindProxy: constant('dropped'),
  value: flow([]),
} as const;

/** Since release 7 the schema of the options takes texts alone, and throws at `true` and `false`. */
const { true: _, false: __, ...TEXTS } = COOKIE_SAME_SITE;

/** Before, `null` is what the documents show for none. */
const NULL_IS_NONE = { ...COOKIE_SAME_SITE, null: 'unset' } as const;

const BANDS = [
  { until: '6.0.0', name: 'koa:sess', spelled: NULL_IS_NONE },
  { since: '6.0.0', until: '7.0.0', name: 'koa.sess', spelled: NULL_IS_NONE },
  { since: '7.0.0', name: 'koa.sess', spelled: TEXTS },
] as const;

export const koaSession = {
  package: 'koa-session',
  source:
    'koa-session@7.0.2 dist/esm/index.js (createSession, formatOptions), koa-session@6.4.0, @6.0.0 and @5.13.1 index.js (formatOpts), cookies@0.9.2 index.js',
  display: 'session',
  sessions: [{ property: 'session', kept: 'sealed', storedBy: ['store', 'ContextStore'], renewedBy: ['regenerate'] }],
  registrations: (['', 'createSession'] as const).map((call) => ({
    at: { call, arguments: [2, 2] },
    called: ['session', 'koaSession', 'createSession'],
    options: arg(0),
  })),
  emissions: BANDS.flatMap(({ name, spelled, ...band }) =>
    (['', 'createSession'] as const).flatMap((call) => [
      // `session(app)`.
      {
        emits: 'CookieWrite',
        at: { call, arguments: [1, 1] },
        ...band,
        slots: {
          ...COOKIE,
          name: slot([], name),
          httpOnly: slot([], true),
          secure: slot([], 'auto'),
          sameSite: slot([], 'unset'),
          ...cookieScope(() => []),
          lifetime: slot([], 'session'),
        },
      } as const,
      // `session(options, app)`; the other order is taken too, but nothing of an application reads as an option.
      {
        emits: 'CookieWrite',
        at: { call, arguments: [2, 2] },
        ...band,
        slots: {
          ...COOKIE,
          name: slot(arg(0, 'key'), name),
          httpOnly: { ...slot(arg(0, 'httpOnly'), true), spelled: { null: true } },
          // Secure is set whenever the request came over TLS.
          secure: slot(arg(0, 'secure'), 'auto'),
          // With an external key, the cookie is somebody else's.
          sameSite: {
            ...slot([arg(0, 'sameSite'), arg(0, 'externalKey')], 'unset'),
            spelled,
          },
          ...cookieScope((name) => arg(0, name)),
          lifetime: slot([timed(arg(0, 'maxAge'), MILLISECONDS), timed(arg(0, 'expires'), DATE)], 'session'),
        },
      } as const,
    ]),
  ),
} satisfies LibraryModel;
