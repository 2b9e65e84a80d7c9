import { cookieScope } from './cookieOptions';
import { arg, constant, flow, type LibraryModel, MILLISECONDS, slot, timed } from './model';

export const clientSessions = {
  package: 'client-sessions',
  source: 'client-sessions@0.8.0 lib/client-sessions.js, cookies@0.7.3 index.js',
  display: 'sessions',
  sessions: [{ property: 'session', kept: 'sealed' }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '', arguments: [1, 1] },
      slots: {
        by: constant('server'),
        carriesSession: constant(true),
        secureByRequest: constant(false),
        behindProxy: constant('dropped'),
        name: slot(arg(0, 'cookieName'), 'session_state'),
        value: flow([]),
        httpOnly: slot(arg(0, 'cookie', 'httpOnly'), true),
        // Secure is set whenever the request came over TLS, unless something is written.
        secure: {
          ...slot([arg(0, 'cookie', 'secureProxy'), arg(0, 'cookie', 'secure')], 'auto'),
          whenUndefined: false,
        },
        // `none` makes cookies@0.7 throw, and no cookie is sent.
        sameSite: {
          ...slot(arg(0, 'cookie', 'sameSite'), 'unset'),
          spelled: { true: 'strict', false: 'unset', strict: 'strict', lax: 'lax' },
        },
        ...cookieScope((name) => arg(0, 'cookie', name)),
        // Else it follows `duration`, or `ephemeral`.
        lifetime: { where: [timed(arg(0, 'cookie', 'maxAge'), MILLISECONDS)] },
      },
    },
    {
      emits: 'SessionSetup',
      at: { call: '', arguments: [1, 1] },
      slots: {
        store: slot([], 'sealed'),
        lifetime: { ...slot(timed(arg(0, 'duration'), MILLISECONDS), 86_400), spelled: { 0: 86_400 } },
      },
    },
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow([arg(0, 'signatureKey'), arg(0, 'secret')]) },
    },
  ],
} satisfies LibraryModel;
