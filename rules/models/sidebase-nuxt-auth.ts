import { COOKIE_SAME_SITE, SESSION_COOKIE } from './cookieOptions';
import { arg, type Emission, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const PROVIDER = ['auth', 'provider'] as const;
/** The cookies of the provider that asks a server of one's own: where each is described, and what it is by default. */
const COOKIES = [
  { at: ['token'], name: 'auth.token', lifetime: 30 * 60 },
  { at: ['refresh', 'token'], name: 'auth.refresh-token', lifetime: 7 * 24 * 60 * 60 },
] as const;

/** By itself, by its import, and by the name of its file. */
const CALLS = [
  { call: 'defineNuxtConfig' },
  { call: 'defineNuxtConfig', in: 'nuxt/config' },
  { call: '#config' },
] as const;

export const sidebaseNuxtAuth = {
  package: '@sidebase/nuxt-auth',
  source:
    '@sidebase/nuxt-auth@1.3.1 dist/module.mjs (defaultsByBackend), dist/runtime/composables/local/useAuthState.js (useCookie); @0.6.7 the same files',
  display: 'nuxt',
  autoImports: ['defineNuxtConfig'],
  files: [{ file: 'nuxt.config', exports: 'default', call: '#config' }],
  emissions: CALLS.flatMap((call) =>
    COOKIES.map((cookie): Emission => {
      const option = (name: string) => arg(0, ...PROVIDER, ...cookie.at, name);
      return {
        emits: 'CookieWrite',
        needs: '@sidebase/nuxt-auth',
        // Whoever describes nothing leaves it to the module.
        at: { ...call, arguments: [1, 1], when: { where: arg(0, ...PROVIDER, ...cookie.at), kinds: ['object'] } },
        slots: {
          ...SESSION_COOKIE,
          name: slot(option('cookieName'), cookie.name),
          value: flow([]),
          // Scripts of the application may need the token, so that its default says nothing.
          httpOnly: required(option('httpOnlyCookieAttribute')),
          secure: slot(option('secureCookieAttribute'), false),
          sameSite: { ...slot(option('sameSiteAttribute'), 'lax'), spelled: COOKIE_SAME_SITE },
          domain: slot(option('cookieDomain'), ''),
          path: slot([], '/'),
          prefix: slot([], 'none'),
          lifetime: slot(timed(option('maxAgeInSeconds'), SECONDS), cookie.lifetime),
        },
      };
    }),
  ),
} satisfies LibraryModel;
