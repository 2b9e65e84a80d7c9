import { arg, type LibraryModel, sessionSecret } from './model';

const ROUTES = ['all', 'connect', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'route'];
const HOOKS = [
  'derive',
  'mapDerive',
  'mapResolve',
  'mapResponse',
  'onAfterHandle',
  'onAfterResponse',
  'onBeforeHandle',
  'onError',
  'onTransform',
  'resolve',
];

/** How an application and the context of its handlers get into code; what plugins add to it is in their models. */
export const elysia = {
  package: 'elysia',
  source: 'elysia@1.4.30 dist/index.d.ts, dist/context.d.ts and dist/cookies.d.ts',
  display: 'app',
  types: [
    {
      name: '#Elysia',
      display: 'app',
      annotations: ['Elysia', 'AnyElysia'],
      fluent: [
        ...ROUTES,
        ...HOOKS,
        'as',
        'decorate',
        'error',
        'group',
        'guard',
        'listen',
        'macro',
        'model',
        'onParse',
        'onRequest',
        'onStart',
        'onStop',
        'state',
        'trace',
        'use',
        'ws',
      ],
    },
    { name: '#Context', display: 'context', annotations: ['Context'] },
  ],
  gives: [
    { path: 'Elysia()', type: '#Elysia' },
    { path: '()', type: '#Elysia' },
  ],
  handlers: [
    ...[...ROUTES, ...HOOKS].map((method) => ({ path: `#Elysia.${method}`, parameters: ['#Context'] })),
    ...['group', 'guard', 'use'].map((method) => ({ path: `#Elysia.${method}`, parameters: ['#Elysia'] })),
  ],
  emissions: (['Elysia', ''] as const).map((call) => ({
    emits: 'SecretUse',
    at: { call, arguments: [1, 1] },
    slots: sessionSecret(arg(0, 'cookie', 'secrets')),
  })),
} satisfies LibraryModel;
