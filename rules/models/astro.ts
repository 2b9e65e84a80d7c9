import { cookieOptions, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS } from './model';

export const astro = {
  package: 'astro',
  modules: ['astro', 'astro:middleware', 'astro/middleware', 'astro:actions'],
  source:
    'astro@7.3.5 and @4.0.0 dist/core/cookies/cookies.js, astro@7.3.5 dist/types/public/context.d.ts, astro@6.0.5 dist/types/public/common.d.ts (APIRoute, MiddlewareHandler)',
  display: 'cookies',
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
  ],
} satisfies LibraryModel;
