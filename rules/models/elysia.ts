import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import {
  arg,
  assigned,
  beside,
  DATE,
  flow,
  handing,
  type LibraryModel,
  member,
  registered,
  required,
  SECONDS,
  sessionSecret,
  slot,
  timed,
  type Where,
} from './model';
import { textSlots } from './setCookieText';

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

/** Where an attribute of a cookie is written, the nearest first: beside its value, at the route, and at the application. */
function attributePlaces(own: (name: string) => readonly Where[]) {
  const places = (name: string): readonly Where[] => [
    ...own(name),
    beside(name),
    handing(2, 'cookie', name),
    registered('cookie', name),
  ];
  const times = (name: string, unit: typeof SECONDS): readonly Where[] =>
    places(name).map((where) => timed(where, unit));
  return {
    httpOnly: slot(places('httpOnly'), false),
    secure: slot(places('secure'), false),
    sameSite: { ...slot(places('sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
    lifetime: slot([...times('maxAge', SECONDS), ...times('expires', DATE)], 'session'),
    domain: slot(places('domain'), ''),
    // An application whose cookies have options writes `/`.
    path: required(places('path')),
  } as const;
}

/** How an application and the context of its handlers get into code; what plugins add to it is in their models. */
export const elysia = {
  package: 'elysia',
  source:
    'elysia@1.4.30 dist/index.d.ts, dist/context.d.ts, dist/cookies.mjs (Cookie, createCookieJar), dist/compose.mjs (cookieMeta) and dist/type-system/index.mjs (t.Cookie)',
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
    { name: '#CookieJar', display: 'cookie' },
    { name: '#Cookie', display: 'cookie', annotations: ['Cookie'], fluent: ['set', 'update'] },
  ],
  gives: [
    // The default export is the named one.
    { path: 'Elysia', type: '' },
    { path: '()', type: '#Elysia' },
    { path: '#Context.cookie', type: '#CookieJar' },
    { path: '#CookieJar.*', type: '#Cookie' },
  ],
  results: [
    // For a cookie that is described, its options are what counts.
    { path: 't.Cookie()', is: { same: 1, isOptional: true } },
    { path: 't.Object()', is: { same: 1, isOptional: true } },
    { path: 't.Optional()', is: { same: 0 } },
  ],
  handlers: [
    ...[...ROUTES, ...HOOKS].map((method) => ({ path: `#Elysia.${method}`, parameters: ['#Context'] })),
    ...['group', 'guard', 'use'].map((method) => ({ path: `#Elysia.${method}`, parameters: ['#Elysia'] })),
  ],
  requests: ['headers', 'query', 'body', 'params'].map((part) => `#Context.${part}`).concat('#Cookie.value'),
  // An application takes over the routes of others, and its options with them.
  registrations: [{ at: { call: 'Elysia' }, options: arg(0), isShared: true }],
  emissions: [
    { emits: 'SecretUse', at: { call: '', arguments: [1, 1] }, slots: sessionSecret(arg(0, 'cookie', 'secrets')) },
    {
      emits: 'CookieWrite',
      at: { call: '#Cookie.set', arguments: [1, 1], when: { where: arg(0), kinds: ['object'] } },
      slots: {
        ...plainCookie('server'),
        ...attributePlaces((name) => [arg(0, name)]),
        name: required(member),
        value: flow(arg(0, 'value')),
      },
    },
    {
      emits: 'CookieWrite',
      at: { assign: '#Cookie.value' },
      slots: { ...plainCookie('server'), ...attributePlaces(() => []), name: required(member), value: flow(assigned) },
    },
    ...(['Set-Cookie', 'set-cookie'] as const).map((header) => {
      const text: Where = { from: 'assigned', path: [header] };
      const at = { assign: '#Context.set.headers' } as const;
      return { emits: 'CookieWrite', at, cookieText: text, slots: textSlots('server', text) } as const;
    }),
  ],
} satisfies LibraryModel;
