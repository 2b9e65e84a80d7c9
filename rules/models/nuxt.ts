import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, assigned, chain, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const HTTP_ONLY = chain('useCookie', 1, 'httpOnly');

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
      // Without HttpOnly it is kept where scripts read it, whichever side writes; `httpOnly: false` says so itself.
      at: { assign: 'useCookie().value', when: { where: HTTP_ONLY, kinds: ['absent', 'undefined'] } },
      slots: {
        ...plainCookie('script'),
        name: required(chain('useCookie', 0)),
        value: flow(assigned),
        httpOnly: slot([], false),
        secure: slot(chain('useCookie', 1, 'secure'), false),
        sameSite: { ...slot(chain('useCookie', 1, 'sameSite'), 'unset'), spelled: COOKIE_SAME_SITE },
        lifetime: slot(
          [timed(chain('useCookie', 1, 'maxAge'), SECONDS), timed(chain('useCookie', 1, 'expires'), DATE)],
          'session',
        ),
      },
    },
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
