import { scriptCookie } from './cookieOptions';
import { cookieReadsOf } from './cookieReads';
import { arg, DAYS, type LibraryModel, slot, timed } from './model';

const RELEASES = [
  { until: '2.3.0', sameSite: 'unset' },
  { since: '2.3.0', until: '3.0.4', sameSite: 'none' },
  { since: '3.0.4', sameSite: 'lax' },
] as const;

/** Options in the third place, or the days until it ends. */
const SHORT = {
  arguments: [2, 3],
  secure: arg(2, 'secure'),
  sameSite: arg(2, 'sameSite'),
  expires: [timed(arg(2, 'expires'), DAYS), timed(arg(2), DAYS)],
} as const;
const POSITIONAL = {
  arguments: [4, 8],
  secure: arg(5),
  sameSite: arg(6),
  expires: [timed(arg(2), DAYS)],
} as const;

export const ngxCookieService = {
  package: 'ngx-cookie-service',
  modules: ['ngx-cookie-service', 'ngx-cookie-service/cookie-service/cookie.service', 'ngx-cookie-service-ssr'],
  source:
    'ngx-cookie-service@22.0.0 fesm2022/ngx-cookie-service.mjs and @10.1.1 fesm2015/ngx-cookie-service.js ' +
    '(CookieService.set), @1.0.10, @2.2.0, @2.3.0, @3.0.0 and @3.0.4 the same method (other defaults of sameSite), ' +
    'ngx-cookie-service-ssr@22.0.0 fesm2022/ngx-cookie-service-ssr.mjs (SsrCookieService.set)',
  display: 'cookieService',
  types: [{ name: '#CookieService', display: 'cookieService', annotations: ['CookieService', 'SsrCookieService'] }],
  gives: [{ path: 'CookieService()', type: '#CookieService' }],
  emissions: [
    ...cookieReadsOf('#CookieService.get', '#CookieService.check', '#CookieService.getAll'),
    ...RELEASES.flatMap(({ sameSite, ...band }) =>
      [SHORT, POSITIONAL].map(
        (places) =>
          ({
            emits: 'CookieWrite',
            at: { call: '#CookieService.set', arguments: places.arguments },
            ...band,
            slots: {
              ...scriptCookie(),
              secure: slot(places.secure, false),
              sameSite: {
                ...slot(places.sameSite, sameSite),
                spelled: { true: 'invalid', false: sameSite, '': sameSite, strict: 'strict', lax: 'lax', none: 'none' },
              },
              lifetime: slot(places.expires, 'session'),
            },
          }) as const,
      ),
    ),
  ],
} satisfies LibraryModel;
