import { jarOptions } from './jarOptions';
import { arg, assigned, constant, flow, type LibraryModel } from './model';

const METHODS = ['all', 'del', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'use'];

export const koa = {
  package: 'koa',
  modules: ['koa', '@koa/router', 'koa-router'],
  source:
    'koa@3.3.0 and @2.16.2 lib/context.js (cookies), lib/application.js (keys), cookies@0.9.2 index.js, @koa/router@15.7.0 dist/index.js and dist/index.d.ts, @types/koa@3.0.3, @types/koa__router@12.0.5 and @types/koa-router@7.4.9 index.d.ts',
  display: 'ctx',
  types: [
    {
      name: '#Application',
      display: 'app',
      annotations: ['', 'Router'],
      fluent: [...METHODS, 'on', 'param', 'prefix'],
    },
    {
      name: '#Context',
      display: 'ctx',
      annotations: ['Context', 'ExtendableContext', 'ParameterizedContext', 'RouterContext', 'IRouterContext'],
      conventionalNames: ['ctx'],
    },
  ],
  gives: [
    { path: '()', type: '#Application' },
    { path: 'Router()', type: '#Application' },
  ],
  requests: [
    ...['headers', 'header', 'query', 'params', 'get()'].map((part) => `#Context.${part}`),
    ...['headers', 'header', 'query', 'body', 'get()'].map((part) => `#Context.request.${part}`),
  ],
  handlers: [
    ...METHODS.map((method) => ({ path: `#Application.${method}`, parameters: ['#Context'] })),
    { path: '#Application.param', parameters: ['', '#Context'] },
    ...['Middleware', 'RouterMiddleware', 'IMiddleware'].map((annotation) => ({
      annotation,
      parameters: ['#Context'],
    })),
    ...['RouterParameterMiddleware', 'ParamMiddleware', 'IParamMiddleware'].map((annotation) => ({
      annotation,
      parameters: ['', '#Context'],
    })),
  ],
  emissions: [
    { emits: 'CookieWrite', at: { call: '#Context.cookies.set', arguments: [2, 3] }, slots: jarOptions() },
    {
      emits: 'SecretUse',
      at: { assign: '#Application.keys' },
      slots: { purpose: constant('session'), value: flow(assigned) },
    },
    {
      emits: 'SecretUse',
      at: { call: '', in: 'koa', arguments: [1, 1] },
      slots: { purpose: constant('session'), value: flow(arg(0, 'keys')) },
    },
  ],
} satisfies LibraryModel;
