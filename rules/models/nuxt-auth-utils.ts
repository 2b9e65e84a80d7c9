import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, constant, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const SESSION = ['runtimeConfig', 'session'] as const;
const CONFIG = ['defineNuxtConfig', '#config'].map(
  (call) => ({ call, arguments: [1, 1], when: { where: arg(0, ...SESSION), kinds: ['object'] } }) as const,
);
const SETTERS = ['setUserSession', 'replaceUserSession'].map((call) => ({ call, arguments: [3, 3] }) as const);

export const nuxtAuthUtils = {
  package: 'nuxt-auth-utils',
  source:
    'nuxt-auth-utils@0.5.30 dist/runtime/server/utils/session.js and dist/module.mjs; h3@1.15.11 dist/index.mjs (useSession)',
  display: 'nuxt',
  modules: ['#imports', 'nuxt/config'],
  autoImports: ['defineNuxtConfig', 'setUserSession', 'replaceUserSession'],
  files: [{ file: 'nuxt.config', exports: 'default', call: '#config' }],
  emissions: [
    ...CONFIG.map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...SESSION_COOKIE,
            name: slot(arg(0, ...SESSION, 'name'), 'nuxt-session'),
            value: flow([]),
            httpOnly: slot(arg(0, ...SESSION, 'cookie', 'httpOnly'), true),
            secure: slot(arg(0, ...SESSION, 'cookie', 'secure'), true),
            sameSite: { ...slot(arg(0, ...SESSION, 'cookie', 'sameSite'), 'lax'), spelled: COOKIE_SAME_SITE },
            domain: slot(arg(0, ...SESSION, 'cookie', 'domain'), ''),
            path: slot(arg(0, ...SESSION, 'cookie', 'path'), ''),
            prefix: slot([], 'none'),
            lifetime: slot(
              [timed(arg(0, ...SESSION, 'cookie', 'maxAge'), SECONDS), timed(arg(0, ...SESSION, 'maxAge'), SECONDS)],
              'session',
            ),
          },
        }) as const,
    ),
    ...CONFIG.map(
      (at) =>
        ({
          emits: 'SessionSetup',
          at,
          slots: {
            store: slot([], 'sealed'),
            lifetime: slot(timed(arg(0, ...SESSION, 'maxAge'), SECONDS), 'never'),
          },
        }) as const,
    ),
    ...CONFIG.map(
      (at) =>
        ({
          emits: 'SecretUse',
          at,
          slots: { purpose: constant('session'), value: flow(arg(0, ...SESSION, 'password')) },
        }) as const,
    ),
    ...SETTERS.map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...SESSION_COOKIE,
            // What is not written is up to the configuration.
            name: required(arg(2, 'name')),
            value: flow([]),
            httpOnly: required(arg(2, 'cookie', 'httpOnly')),
            secure: required(arg(2, 'cookie', 'secure')),
            sameSite: { ...required(arg(2, 'cookie', 'sameSite')), spelled: COOKIE_SAME_SITE },
            domain: required(arg(2, 'cookie', 'domain')),
            path: required(arg(2, 'cookie', 'path')),
            prefix: slot([], 'none'),
            lifetime: required([
              timed(arg(2, 'cookie', 'maxAge'), SECONDS),
              timed(arg(2, 'cookie', 'expires'), DATE),
              timed(arg(2, 'maxAge'), SECONDS),
            ]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
