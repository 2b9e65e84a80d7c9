import { configurationFiles, eggLike } from './eggLike';
import type { LibraryModel } from './model';

export const egg = {
  package: 'egg',
  source:
    'egg@4.0.10 and @3.31.0 (Controller, Service, EggContext), egg-cookies@2.10.1 lib/cookies.js and lib/cookie.js, ' +
    'egg-session@3.3.0 config/config.default.js, koa-session@6.4.0 index.js',
  display: 'ctx',
  runsOn: 'server',
  types: [
    { name: '#Context', display: 'ctx', annotations: ['Context', 'EggContext'], conventionalNames: ['ctx'] },
    { name: '#Controller', display: 'controller', annotations: ['Controller'] },
    { name: '#Service', display: 'service', annotations: ['Service'] },
  ],
  gives: [
    { path: 'Controller()', type: '#Controller' },
    { path: 'Service()', type: '#Service' },
    { path: '#Controller.ctx', type: '#Context' },
    { path: '#Service.ctx', type: '#Context' },
  ],
  requests: ['query', 'params', 'headers', 'request.body', 'request.query', 'get()'].map((part) => `#Context.${part}`),
  files: configurationFiles('config'),
  emissions: eggLike,
} satisfies LibraryModel;
