import { bundledMiddleware } from './bundledMiddleware';
import { cookieOptions, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, MILLISECONDS, required } from './model';

export const express = {
  package: 'express',
  modules: ['express', 'express-serve-static-core', '@loopback/rest'],
  broughtBy: ['@nestjs/platform-express', '@types/express', '@loopback/rest', '@feathersjs/express', 'sails'],
  source:
    'express@5.3.0 lib/response.js, express@4.22.3 lib/response.js (res.cookie), lib/application.js (app.set), express@3.21.2 lib/express.js (connect.middleware), @types/express@5.0.6 and @types/express-serve-static-core@5.1.3 index.d.ts',
  display: 'res',
  types: [
    { name: '#Application', display: 'app', annotations: ['Application', 'Express', 'Router', 'IRouter'] },
    {
      name: '#Response',
      display: 'res',
      annotations: ['Response'],
      fluent: [
        'append',
        'attachment',
        'clearCookie',
        'cookie',
        'header',
        'links',
        'location',
        'set',
        'status',
        'type',
        'vary',
      ],
      conventionalNames: ['res', 'response'],
      conventionalMembers: ['res', 'response'],
    },
    { name: '#Request', display: 'req', annotations: ['Request'] },
  ],
  gives: [
    { path: '#ExecutionContext.switchToHttp().getResponse()', in: '@nestjs/common', type: '#Response' },
    { path: '#ArgumentsHost.switchToHttp().getResponse()', in: '@nestjs/common', type: '#Response' },
    { path: '()', type: '#Application' },
    { path: 'Router()', type: '#Application' },
    { path: '#Request.app', type: '#Application' },
    { path: '#Response.app', type: '#Application' },
  ],
  results: [
    { path: '#Application.get()', is: { kept: [{ by: '#Application.set', name: 0, value: 1 }] } },
    { path: '#Application.locals', is: { members: 'assigned' } },
  ],
  requests: ['headers', 'query', 'body', 'params', 'cookies', 'signedCookies', 'get()', 'header()', 'param()'].map(
    (part) => `#Request.${part}`,
  ),
  handlers: [
    ...['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'use'].flatMap((method) => [
      { path: `#Application.${method}`, parameters: ['#Request', '#Response'] },
      { path: `#Application.${method}`, count: 4, parameters: ['', '#Request', '#Response'] },
    ]),
    ...['RequestHandler', 'Handler', 'RequestParamHandler'].map((annotation) => ({
      annotation,
      parameters: ['#Request', '#Response'],
    })),
    { annotation: 'ErrorRequestHandler', parameters: ['', '#Request', '#Response'] },
  ],
  emissions: [
    // Later releases throw.
    ...bundledMiddleware,
    {
      emits: 'CookieWrite',
      at: { call: '#Response.cookie', arguments: [2, 3] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0)),
        value: flow(arg(1)),
        ...cookieOptions(2, MILLISECONDS),
      },
    },
  ],
} satisfies LibraryModel;
