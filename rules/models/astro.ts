import { COOKIE_SAME_SITE, cookieOptions, plainCookie, SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const COOKIE = ['session', 'cookie'] as const;
const SESSIONS = ['defineConfig', '#config'].map(
  (call) => ({ call, arguments: [1, 1], when: { where: arg(0, 'session'), kinds: ['object'] } }) as const,
);

export const astro = {
  package: 'astro',
  modules: ['astro', 'astro/config', 'astro:middleware', 'astro/middleware', 'astro:actions'],
  source:
    'astro@7.3.5 and @4.0.0 dist/core/cookies/cookies.js, astro@7.3.5 dist/types/public/context.d.ts, astro@5.18.2 dist/core/session.js, astro@6.0.5 dist/types/public/common.d.ts (APIRoute, MiddlewareHandler)',
  display: 'cookies',
  files: [{ file: 'astro.config', exports: 'default', call: '#config' }],
  types: [
    { name: '#AstroCookies', display: 'cookies', annotations: ['AstroCookies'], conventionalMembers: ['cookies'] },
    { name: '#APIContext', display: 'context', annotations: ['APIContext', 'AstroGlobal', 'ActionAPIContext'] },
  ],
  gives: [
    { path: 'Astro.cookies', in: '', type: '#AstroCookies' },
    { path: '#APIContext.cookies', type: '#AstroCookies' },
  ],
  handlers: [
    { path: 'defineMiddleware', parameters: ['#APIContext'] },
    { path: 'sequence', parameters: ['#APIContext'] },
    { annotation: 'APIRoute', parameters: ['#APIContext'] },
    { annotation: 'MiddlewareHandler', parameters: ['#APIContext'] },
  ],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#AstroCookies.set', arguments: [2, 3] },
      slots: {
        ...plainCookie('server'),
        name: required(arg(0)),
        value: flow(arg(1)),
        ...cookieOptions(2, SECONDS),
      },
    },
    ...SESSIONS.map(
      (at) =>
        ({
          emits: 'CookieWrite',
          at,
          slots: {
            ...SESSION_COOKIE,
            name: slot([arg(0, ...COOKIE, 'name'), arg(0, ...COOKIE)], 'astro-session'),
            value: flow([]),
            httpOnly: slot([], true),
            // By default, in production.
            secure: required(arg(0, ...COOKIE, 'secure')),
            sameSite: { ...slot(arg(0, ...COOKIE, 'sameSite'), 'lax'), spelled: COOKIE_SAME_SITE },
            domain: slot(arg(0, ...COOKIE, 'domain'), ''),
            path: slot(arg(0, ...COOKIE, 'path'), '/'),
            prefix: slot([], 'none'),
            lifetime: required(timed(arg(0, ...COOKIE, 'maxAge'), SECONDS)),
          },
        }) as const,
    ),
    ...SESSIONS.map(
      (at) =>
        ({
          emits: 'SessionSetup',
          at,
          slots: { store: slot([], 'given'), lifetime: required(timed(arg(0, 'session', 'ttl'), SECONDS)) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
