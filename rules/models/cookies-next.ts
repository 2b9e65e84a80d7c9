import { cookieOptions, plainCookie, scriptCookie } from './cookieOptions';
import { cookieReads } from './cookieReads';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';
import type { Trigger } from './shape/triggers';

const CLIENT = 'cookies-next/client';
const SERVER = 'cookies-next/server';
/** Outside of `/client` and `/server`, options may hold a request or a response: only without these is the page certain. */
const IN_PAGE: readonly (Trigger & { readonly call: string })[] = [
  { call: 'setCookie', in: 'cookies-next', arguments: [2, 2] },
  { call: 'setCookies', in: 'cookies-next', arguments: [2, 2] },
  {
    call: 'setCookie',
    in: 'cookies-next',
    arguments: [3, 3],
    when: { absent: ['req', 'res', 'cookies'].map((name) => arg(2, name)) },
  },
  { call: 'setCookie', in: CLIENT, arguments: [2, 3] },
  ...['cookies-next', CLIENT].flatMap((module) =>
    [
      'useSetCookie()',
      'useReactiveSetCookie()',
      'useCookiesNext().setCookie',
      'useReactiveCookiesNext().setCookie',
    ].map((call) => ({ call, in: module, arguments: [2, 3] }) as const),
  ),
];

export const cookiesNext = {
  package: 'cookies-next',
  modules: ['cookies-next', CLIENT, SERVER],
  source:
    'cookies-next@6.1.1 lib/client/cookie-functions.js, lib/client/hooks.js, lib/server/index.js (setCookie), ' +
    'cookies-next@4.3.0 and @2.1.2 lib/index.js',
  display: 'cookies',
  emissions: [
    ...cookieReads(
      { call: 'getCookie', in: 'cookies-next', arguments: [1, 1] },
      { call: 'hasCookie', in: 'cookies-next', arguments: [1, 1] },
      { call: 'getCookies', in: 'cookies-next', arguments: [0, 0] },
      { call: 'getCookie', in: CLIENT },
      { call: 'hasCookie', in: CLIENT },
      { call: 'getCookies', in: CLIENT },
      ...['cookies-next', CLIENT].flatMap((module) =>
        ['useGetCookie()', 'useGetCookies()', 'useHasCookie()', 'useCookiesNext().getCookie'].map((call) => ({
          call,
          in: module,
        })),
      ),
    ),
    ...IN_PAGE.map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...scriptCookie(),
            ...cookieOptions(2, SECONDS),
            // Whatever is asked for.
            httpOnly: slot([], false),
          },
        }) as const,
    ),
    {
      emits: 'CookieWrite',
      at: { call: 'setCookie', in: SERVER, arguments: [3, 3] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0)),
        value: flow(arg(1)),
        httpOnly: slot(arg(2, 'httpOnly'), false),
        secure: slot(arg(2, 'secure'), false),
        sameSite: {
          ...slot(arg(2, 'sameSite'), 'unset'),
          // `true` is Strict for a Node response, and not understood for one of Next's.
          spelled: { false: 'unset', strict: 'strict', lax: 'lax', none: 'none' },
        },
        lifetime: slot([timed(arg(2, 'maxAge'), SECONDS), timed(arg(2, 'expires'), DATE)], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
