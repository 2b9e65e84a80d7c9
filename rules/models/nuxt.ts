import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, timed } from './model';

export const nuxt = {
  package: 'nuxt',
  modules: ['nuxt/app', '#app', '#imports'],
  source:
    'nuxt@4.5.2 and @3.17.0 dist/app/composables/cookie.js (useCookie), cookie-es@3.1.1 dist/index.mjs, h3@1.15.11 dist/index.mjs (setCookie)',
  autoImports: ['useCookie'],
  display: 'nuxt',
  emissions: [
    ...cookieReadsOf('useCookie'),
    {
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
    },
  ],
} satisfies LibraryModel;
