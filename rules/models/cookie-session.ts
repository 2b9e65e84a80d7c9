import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, MILLISECONDS, slot, timed } from './model';

export const cookieSession = {
  package: 'cookie-session',
  source: 'cookie-session@2.1.1 and @1.4.0 index.js, cookies@0.9.1 index.js (options at the top level)',
  display: 'cookieSession',
  sessions: [{ property: 'session', kept: 'sealed' }],
  emissions: [
    ...(
      [
        { until: '2.0.0', name: 'express:sess' },
        { since: '2.0.0', name: 'session' },
      ] as const
    ).map(
      ({ name, ...band }) =>
        ({
          emits: 'CookieWrite',
          at: { call: '', arguments: [0, 1] },
          ...band,
          slots: {
            by: constant('server'),
            carriesSession: constant(true),
            secureByRequest: constant(false),
            behindProxy: constant('dropped'),
            name: slot(arg(0, 'name'), name),
            value: flow([]),
            httpOnly: slot(arg(0, 'httpOnly'), true),
            // Secure is set whenever the request came over TLS.
            secure: slot(arg(0, 'secure'), 'auto'),
            sameSite: { ...slot(arg(0, 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
            ...cookieScope((name) => arg(0, name)),
            lifetime: slot([timed(arg(0, 'maxAge'), MILLISECONDS), timed(arg(0, 'expires'), DATE)], 'session'),
          },
        }) as const,
    ),
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow([arg(0, 'keys'), arg(0, 'secret')]) },
    },
  ],
} satisfies LibraryModel;
