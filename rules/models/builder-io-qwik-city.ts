import { cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const EVENT_HANDLERS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'Request'].map(
  (method) => `on${method}`,
);

export const builderIoQwikCity = {
  package: '@builder.io/qwik-city',
  modules: ['@builder.io/qwik-city', '@builder.io/qwik-city/middleware/request-handler', '@qwik.dev/router'],
  source:
    '@builder.io/qwik-city@1.20.1 lib/middleware/request-handler/index.mjs (Cookie, createSetCookieValue) and lib/index.d.ts',
  display: 'cookie',
  types: [
    {
      name: '#RequestEvent',
      display: 'event',
      annotations: [
        'RequestEvent',
        'RequestEventAction',
        'RequestEventBase',
        'RequestEventCommon',
        'RequestEventLoader',
      ],
    },
    { name: '#Cookie', display: 'cookie', annotations: ['Cookie'] },
  ],
  gives: [{ path: '#RequestEvent.cookie', type: '#Cookie' }],
  handlers: [
    ...['routeAction$', 'globalAction$'].map((path) => ({ path, parameters: ['', '#RequestEvent'] })),
    { path: 'routeLoader$', parameters: ['#RequestEvent'] },
    { annotation: 'RequestHandler', parameters: ['#RequestEvent'] },
    ...EVENT_HANDLERS.map((named) => ({ named, parameters: ['#RequestEvent'] })),
  ],
  requests: ['query', 'params', 'headers', 'url'].map((part) => `#RequestEvent.${part}`).concat('#Cookie.get()'),
  emissions: (['set', 'append'] as const).map(
    (method) =>
      ({
        emits: 'CookieWrite',
        at: { call: `#Cookie.${method}`, arguments: [2, 3] },
        slots: {
          ...plainCookie('server'),
          name: required(arg(0)),
          value: flow(arg(1)),
          httpOnly: slot(arg(2, 'httpOnly'), false),
          secure: slot(arg(2, 'secure'), false),
          // `false` is written out as `None`.
          sameSite: {
            ...slot(arg(2, 'sameSite'), 'unset'),
            spelled: { true: 'strict', false: 'none', strict: 'strict', lax: 'lax', none: 'none' },
          },
          ...cookieScope((name) => arg(2, name)),
          // A list of a number and its unit is not read.
          lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
        },
      }) as const,
  ),
} satisfies LibraryModel;
