import { configurationFiles, eggLike } from './eggLike';
import type { LibraryModel } from './model';

export const midwayjsCore = {
  package: '@midwayjs/core',
  modules: ['@midwayjs/core', '@midwayjs/koa', '@midwayjs/web'],
  source:
    '@midwayjs/koa@3.20.24 dist/framework.js (keys), @midwayjs/session@3.20.24 dist/config/config.default.js, ' +
    '@midwayjs/cookies@1.3.0 dist/cookies.js and dist/cookie.js',
  display: 'ctx',
  runsOn: 'server',
  types: [{ name: '#Context', display: 'ctx', annotations: ['Context'] }],
  requests: ['query', 'params', 'headers', 'request.body', 'request.query', 'get()'].map((part) => `#Context.${part}`),
  files: configurationFiles('src/config'),
  emissions: eggLike,
} satisfies LibraryModel;
