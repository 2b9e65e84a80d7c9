import { COOKIE_SAME_SITE } from './cookieOptions';
import {
  arg,
  constant,
  DATE,
  flow,
  type LibraryModel,
  MILLISECONDS,
  required,
  sessionSecret,
  slot,
  timed,
} from './model';

const AT = { call: '#session', arguments: [1, 1] } as const;

/** What one file leaves open, another one of the environment may say: only what is written counts. */
export const sails = {
  package: 'sails',
  source:
    'sails@1.5.18 lib/hooks/session/index.js, lib/hooks/moduleloader/index.js; express-session@1.19.0 session/cookie.js',
  display: 'sails',
  runsOn: 'server',
  sessions: [{ property: 'session', kept: 'server', renewedBy: ['regenerate'] }],
  files: ['config/session', 'config/env/production'].map((file) => ({ file, exports: 'session', call: '#session' })),
  emissions: [
    {
      emits: 'CookieWrite',
      at: AT,
      slots: {
        by: constant('server'),
        carriesSession: constant(true),
        secureByRequest: constant(true),
        behindProxy: constant('dropped'),
        name: slot([arg(0, 'key'), arg(0, 'name')], 'sails.sid'),
        value: flow([]),
        httpOnly: { ...required(arg(0, 'cookie', 'httpOnly')), whenUndefined: false },
        // Anything but a boolean is refused.
        secure: { ...required(arg(0, 'cookie', 'secure')), whenUndefined: false },
        sameSite: { ...required(arg(0, 'cookie', 'sameSite')), spelled: COOKIE_SAME_SITE },
        domain: required(arg(0, 'cookie', 'domain')),
        path: required(arg(0, 'cookie', 'path')),
        prefix: slot([], 'none'),
        lifetime: required([timed(arg(0, 'cookie', 'maxAge'), MILLISECONDS), timed(arg(0, 'cookie', 'expires'), DATE)]),
      },
    },
    { emits: 'SecretUse', at: AT, slots: sessionSecret(arg(0, 'secret')) },
    {
      emits: 'SessionSetup',
      at: AT,
      slots: {
        store: { ...required(arg(0, 'adapter')), spelled: { memory: 'memory' } },
        lifetime: required([]),
      },
    },
  ],
} satisfies LibraryModel;
