import { COOKIE_SAME_SITE, cookieScope } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import { redirects, responseMakers } from './setCookieText';

export const sveltejsKit = {
  package: '@sveltejs/kit',
  modules: ['@sveltejs/kit', '@sveltejs/kit/hooks', '$app/server', './$types', './$types.js', '../$types'],
  source:
    '@sveltejs/kit@3.2.0, @2.70.4 and @1.30.4 src/runtime/server/cookie.js (defaults, set, serialize), cookie@0.5.0 and @0.6.0 index.js, cookie@2.0.1 dist/index.js, @sveltejs/kit@2.70.4 types/index.d.ts and src/core/sync/write_types/index.js',
  display: 'cookies',
  types: [
    { name: '#Cookies', display: 'cookies', annotations: ['Cookies'], conventionalMembers: ['cookies'] },
    {
      name: '#RequestEvent',
      display: 'event',
      annotations: ['RequestEvent', 'ServerLoadEvent', 'PageServerLoadEvent', 'LayoutServerLoadEvent'],
      conventionalNames: ['event'],
    },
    { name: '#HandleInput', display: 'handle' },
  ],
  gives: [
    { path: 'getRequestEvent()', in: '$app/server', type: '#RequestEvent' },
    { path: '#HandleInput.event', type: '#RequestEvent' },
  ],
  requests: ['request', 'cookies.get()', 'params', 'url'].map((part) => `#RequestEvent.${part}`),
  handlers: [
    { path: 'sequence', parameters: ['#HandleInput'] },
    { annotation: 'Handle', parameters: ['#HandleInput'] },
    { annotation: 'HandleFetch', parameters: ['#HandleInput'] },
    { annotation: 'HandleServerError', parameters: ['#HandleInput'] },
    ...['RequestHandler', 'Action', 'ServerLoad', 'PageServerLoad', 'LayoutServerLoad'].map((annotation) => ({
      annotation,
      parameters: ['#RequestEvent'],
    })),
    { annotation: 'Actions', members: true, parameters: ['#RequestEvent'] },
  ],
  emissions: [
    ...responseMakers(['json', 'text'], '@sveltejs/kit'),
    redirects('redirect', 1, '@sveltejs/kit'),
    ...(
      ['#Cookies.set', '#Cookies.serialize', '#RequestEvent.cookies.set', '#RequestEvent.cookies.serialize'] as const
    ).map(
      (call) =>
        ({
          emits: 'CookieWrite',
          at: { call, arguments: [2, 3] },
          slots: {
            by: constant('server'),
            carriesSession: constant(false),
            secureByRequest: constant(false),
            behindProxy: constant('sent'),
            name: required(arg(0)),
            value: flow(arg(1)),
            // The options are spread over the defaults: a written `undefined` wins.
            httpOnly: { ...slot(arg(2, 'httpOnly'), true), whenUndefined: false },
            // Not for http://localhost, nor in development.
            secure: { ...slot(arg(2, 'secure'), true), whenUndefined: false },
            sameSite: { ...slot(arg(2, 'sameSite'), 'lax'), whenUndefined: 'unset', spelled: COOKIE_SAME_SITE },
            ...cookieScope((name) => arg(2, name)),
            lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
