import { COOKIE_SAME_SITE, scriptCookie } from './cookieOptions';
import { arg, DATE, type LibraryModel, required, timed } from './model';

/** What is not written is up to `CookieModule.withOptions`, or to whoever provides `COOKIE_OPTIONS`. */
export const ngxCookie = {
  package: 'ngx-cookie',
  // The same code under another name.
  modules: ['ngx-cookie', 'ngy-cookie'],
  source:
    'ngx-cookie@6.0.1 fesm2015/ngx-cookie.mjs (CookieService.put, putObject, mergeOptions, buildCookieString), ' +
    'ngy-cookie@6.0.1000 fesm2015/ngx-cookie.mjs',
  display: 'cookieService',
  types: [{ name: '#CookieService', display: 'cookieService', annotations: ['CookieService'] }],
  gives: [{ path: 'CookieService()', type: '#CookieService' }],
  emissions: ['put', 'putObject'].map(
    (method) =>
      ({
        emits: 'CookieWrite',
        at: { call: `#CookieService.${method}`, arguments: [2, 3] },
        slots: {
          ...scriptCookie(),
          secure: required(arg(2, 'secure')),
          sameSite: { ...required(arg(2, 'sameSite')), spelled: COOKIE_SAME_SITE },
          lifetime: required(timed(arg(2, 'expires'), DATE)),
        },
      }) as const,
  ),
} satisfies LibraryModel;
