import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { h3Emissions } from './h3';
import { arg, DATE, type Emission, flow, type LibraryModel, required, SECONDS, timed } from './model';

const COOKIE = {
  emits: 'CookieWrite',
  at: { call: 'useCookie', arguments: [2, 2] },
  slots: {
    // The page writes it too, unless it has HttpOnly.
    ...plainCookie('server'),
    name: required(arg(0)),
    value: flow([]),
    // Most calls only read the cookie: what is not written says nothing.
    httpOnly: required(arg(1, 'httpOnly')),
    secure: required(arg(1, 'secure')),
    sameSite: { ...required(arg(1, 'sameSite')), spelled: COOKIE_SAME_SITE },
    domain: required(arg(1, 'domain')),
    path: required(arg(1, 'path')),
    lifetime: required([timed(arg(1, 'maxAge'), SECONDS), timed(arg(1, 'expires'), DATE)]),
  },
} as const;

/** What h3 has is there in the server's code, in the version that Nuxt brings. */
const SERVER = h3Emissions([
  { until: '5.0.0-0', sameSite: 'unset' },
  { since: '5.0.0-0', sameSite: 'lax' },
]);

export const nuxt = {
  package: 'nuxt',
  modules: ['nuxt/app', '#app', '#imports'],
  source:
    'nuxt@4.5.2 and @3.17.0 dist/app/composables/cookie.js (useCookie), cookie-es@3.1.1 dist/index.mjs, h3@1.15.11 dist/index.mjs (setCookie)',
  display: 'nuxt',
  emissions: [
    COOKIE,
    // Nuxt imports these by itself.
    ...[COOKIE, ...SERVER].map((emission) => ({ ...emission, at: { ...emission.at, in: '' } }) as Emission),
  ],
} satisfies LibraryModel;
