import { COOKIE_SAME_SITE } from './cookieOptions';
import {
  arg,
  constant,
  flow,
  type LibraryModel,
  MILLISECONDS,
  required,
  SECONDS_OR_MS_TEXT,
  sessionSecret,
  slot,
  timed,
} from './model';

const USERS = ['users-permissions', 'config'] as const;
const TOKENS = { when: { where: arg(0, ...USERS, 'jwt'), kinds: ['object'] } } as const;

function file(name: string) {
  return [`config/${name}`, `config/env/production/${name}`].map((path) => ({
    file: path,
    exports: 'default',
    parameters: ['#Config'],
    call: `#${name}`,
  }));
}

/** What the files of configuration say; each of them is a function that gets `{ env }`, or an object. */
export const strapi = {
  package: '@strapi/strapi',
  source:
    '@strapi/plugin-users-permissions@5.54.0 dist/server/services/jwt.js and dist/server/config.js, @strapi/admin@5.54.0 dist/server/server/src/services/token.js, @strapi/core (loaders of configuration)',
  display: 'strapi',
  runsOn: 'server',
  files: ['admin', 'api', 'middlewares', 'plugins', 'server'].flatMap(file),
  types: [
    { name: '#Config', display: 'config' },
    { name: '#Env', display: 'env' },
  ],
  gives: [{ path: '#Config.env', type: '#Env' }],
  results: [
    { path: '#Env()', is: { environment: 0, fallback: 1 } },
    { path: '#Env.array()', is: { environment: 0, fallback: 1 } },
  ],
  emissions: [
    { emits: 'SecretUse', at: { call: '#server' }, slots: sessionSecret(arg(0, 'app', 'keys')) },
    {
      emits: 'SecretUse',
      at: { call: '#admin' },
      slots: { purpose: constant('token'), value: flow(arg(0, 'auth', 'secret')) },
    },
    {
      emits: 'SecretUse',
      at: { call: '#plugins' },
      slots: { purpose: constant('token'), value: flow(arg(0, ...USERS, 'jwtSecret')) },
    },
    {
      emits: 'TokenSign',
      at: { call: '#plugins', ...TOKENS },
      slots: {
        key: flow(arg(0, ...USERS, 'jwtSecret')),
        algorithm: slot(arg(0, ...USERS, 'jwt', 'algorithm'), 'HS256'),
        signsNone: constant(false),
        lifetime: required(timed(arg(0, ...USERS, 'jwt', 'expiresIn'), SECONDS_OR_MS_TEXT)),
        payload: flow([]),
        subject: flow([]),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#middlewares', listed: arg(0), when: { where: arg(0, 'name'), is: ['strapi::session'] } },
      slots: {
        by: constant('server'),
        carriesSession: constant(true),
        secureByRequest: constant(false),
        behindProxy: constant('dropped'),
        name: slot(arg(0, 'config', 'key'), 'strapi.sid'),
        value: flow([]),
        httpOnly: required(arg(0, 'config', 'httpOnly')),
        secure: required(arg(0, 'config', 'secure')),
        sameSite: { ...required(arg(0, 'config', 'sameSite')), spelled: COOKIE_SAME_SITE },
        domain: required(arg(0, 'config', 'domain')),
        path: required(arg(0, 'config', 'path')),
        prefix: slot([], 'none'),
        lifetime: required(timed(arg(0, 'config', 'maxAge'), MILLISECONDS)),
      },
    },
  ],
} satisfies LibraryModel;
