import { jarOptions } from './jarOptions';
import { arg, DATE, type LibraryModel, SECONDS, sessionSecret, slot, timed } from './model';

const METHODS = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'use'];

export const oak = {
  package: '@oak/oak',
  modules: ['@oak/oak', '@oakserver/oak', '@x/oak'],
  source:
    '@oakserver/oak@14.1.0 esm/context.js (cookies), esm/application.js (keys) and ' +
    'esm/deps/deno.land/x/oak_commons@0.6.1/cookie_map.js (SecureCookieMap.set, Cookie)',
  display: 'ctx',
  runsOn: 'server',
  types: [
    { name: '#Application', display: 'app', annotations: ['Application', 'Router'], fluent: [...METHODS, 'param'] },
    { name: '#Context', display: 'ctx', annotations: ['Context', 'RouterContext'] },
  ],
  gives: [
    { path: 'Application()', type: '#Application' },
    { path: 'Router()', type: '#Application' },
  ],
  handlers: [
    ...METHODS.map((method) => ({ path: `#Application.${method}`, parameters: ['#Context'] })),
    ...['Middleware', 'RouterMiddleware'].map((annotation) => ({ annotation, parameters: ['#Context'] })),
  ],
  requests: ['params', 'request.headers', 'request.body', 'request.url'].map((part) => `#Context.${part}`),
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#Context.cookies.set', arguments: [2, 3] },
      slots: {
        ...jarOptions(),
        lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
      },
    },
    { emits: 'SecretUse', at: { call: 'Application', arguments: [1, 1] }, slots: sessionSecret(arg(0, 'keys')) },
  ],
} satisfies LibraryModel;
