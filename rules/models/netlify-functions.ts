import { cookieOptions, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS, slot } from './model';

/** Functions of today get a `Request` and a context; those that answer with an object are told by what they return. */
export const netlifyFunctions = {
  package: '@netlify/functions',
  modules: ['@netlify/functions', '@netlify/edge-functions', 'https://edge.netlify.com'],
  source: '@netlify/functions@5.3.0 and @3.1.10 dist/main.d.ts, @netlify/types@2.8.0 dist/main.d.ts (Cookie, Cookies)',
  display: 'context',
  runsOn: 'server',
  types: [
    { name: '#Context', display: 'context', annotations: ['Context'] },
    { name: '#Cookies', display: 'cookies', annotations: ['Cookies'] },
  ],
  gives: [{ path: '#Context.cookies', type: '#Cookies' }],
  handlers: [{ annotation: 'EdgeFunction', parameters: ['', '#Context'] }],
  requests: ['#Cookies.get()', '#Context.params'],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [1, 1] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0, 'name')),
        value: flow(arg(0, 'value')),
        ...cookieOptions(0, SECONDS, { strict: 'strict', lax: 'lax', none: 'none' }),
      },
    },
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [2, 2] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0)),
        value: flow(arg(1)),
        httpOnly: slot([], false),
        secure: slot([], false),
        sameSite: slot([], 'unset'),
        lifetime: slot([], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
