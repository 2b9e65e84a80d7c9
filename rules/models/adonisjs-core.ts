import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS_OR_MS_TEXT, sessionSecret, timed } from './model';

const ROUTERS = ['@adonisjs/core/services/router', '@ioc:Adonis/Core/Route'] as const;
const ROUTES = ['get', 'post', 'put', 'patch', 'delete', 'any', 'route'] as const;

/** What is not written is taken from the application's own configuration. */
export const adonisjsCore = {
  package: '@adonisjs/core',
  modules: [
    '@adonisjs/core',
    '@adonisjs/core/http',
    '@adonisjs/core/helpers',
    '@adonisjs/core/services/router',
    '@ioc:Adonis/Core/HttpContext',
    '@ioc:Adonis/Core/Env',
    '@ioc:Adonis/Core/Route',
  ],
  source: '@adonisjs/http-server@7.8.1 build/src/response.d.ts and build/chunk-RSZ2AJQK.js (cookie, defineConfig)',
  display: 'response',
  types: [
    { name: '#HttpContext', display: 'ctx', annotations: ['HttpContext', 'HttpContextContract'] },
    {
      name: '#Response',
      display: 'response',
      annotations: ['Response', 'HttpResponse'],
      fluent: ['header', 'append', 'status', 'safeStatus', 'type', 'cookie', 'encryptedCookie', 'plainCookie'],
    },
  ],
  gives: [{ path: '#HttpContext.response', type: '#Response' }],
  handlers: ROUTERS.flatMap((within) =>
    ROUTES.map((method) => ({ path: method, in: within, parameters: ['#HttpContext'] })),
  ),
  requests: ['body()', 'all()', 'qs()', 'input()', 'only()', 'header()', 'headers()', 'cookie()', 'param()'].map(
    (part) => `#HttpContext.request.${part}`,
  ),
  // It signs and encrypts all cookies; since release 6 it is wrapped: `new Secret(…)`.
  files: [{ file: 'config/app', exports: 'appKey', call: '#appKey' }],
  results: [
    { path: 'Secret()', is: { argument: 0 } },
    { path: 'default.get()', in: '@ioc:Adonis/Core/Env', is: { environment: 0, fallback: 1 } },
  ],
  emissions: [
    ...(['cookie', 'encryptedCookie', 'plainCookie'] as const).map(
      (method) =>
        ({
          emits: 'CookieWrite',
          at: { call: `#Response.${method}`, arguments: [3, 3] },
          slots: {
            ...plainCookie('server'),
            name: required(arg(0)),
            value: flow(arg(1)),
            httpOnly: required(arg(2, 'httpOnly')),
            secure: required(arg(2, 'secure')),
            sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
            domain: required(arg(2, 'domain')),
            path: required(arg(2, 'path')),
            // Beside a `maxAge` of the configuration, which new applications have, `expires` counts for nothing.
            lifetime: required(timed(arg(2, 'maxAge'), SECONDS_OR_MS_TEXT)),
          },
        }) as const,
    ),
    { emits: 'SecretUse', at: { call: '#appKey' }, slots: sessionSecret(arg(0)) },
  ],
} satisfies LibraryModel;
