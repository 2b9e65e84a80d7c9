import { COOKIE_SAME_SITE, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS_OR_MS_TEXT, timed } from './model';

/** What is not written is taken from the application's own configuration. */
export const adonisjsCore = {
  package: '@adonisjs/core',
  modules: ['@adonisjs/core', '@adonisjs/core/http', '@ioc:Adonis/Core/HttpContext'],
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
  requests: ['body()', 'all()', 'qs()', 'input()', 'only()', 'header()', 'headers()', 'cookie()', 'param()'].map(
    (part) => `#HttpContext.request.${part}`,
  ),
  emissions: (['cookie', 'encryptedCookie', 'plainCookie'] as const).map((method) => ({
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
      lifetime: required([timed(arg(2, 'maxAge'), SECONDS_OR_MS_TEXT), timed(arg(2, 'expires'), DATE)]),
    },
  })),
} satisfies LibraryModel;
