import { plainCookie } from './cookieOptions';
import { hapiState } from './hapiState';
import { arg, constant, flow, type LibraryModel, slot } from './model';

const STRATEGY = {
  call: '#Server.auth.strategy',
  in: '@hapi/hapi',
  arguments: [3, 3],
  when: { where: arg(1), is: ['cookie'] },
} as const;

export const hapiCookie = {
  package: '@hapi/cookie',
  source: '@hapi/cookie@12.0.1 and @11.0.2 lib/index.js (schema, implementation), @hapi/statehood@8.2.1 lib/index.js',
  display: 'server.auth',
  emissions: [
    {
      emits: 'CookieWrite',
      at: STRATEGY,
      slots: {
        ...plainCookie('server'),
        carriesSession: constant(true),
        name: slot(arg(2, 'cookie', 'name'), 'sid'),
        value: flow([]),
        ...hapiState(2, 'cookie'),
      },
    },
    {
      emits: 'SecretUse',
      at: STRATEGY,
      slots: { purpose: constant('session'), value: flow(arg(2, 'cookie', 'password')) },
    },
  ],
} satisfies LibraryModel;
