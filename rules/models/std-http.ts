import { cookieScope, plainCookie } from './cookieOptions';
import { arg, DATE, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

export const stdHttp = {
  package: '@std/http',
  modules: ['@std/http', '@std/http/cookie'],
  source: '@std/http@1.1.3 cookie.ts (denoland/std at ca58f94: toString, validateCookie)',
  display: 'setCookie',
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: 'setCookie', arguments: [2, 2] },
      securesByName: true,
      slots: {
        ...plainCookie('server'),
        name: required(arg(1, 'name')),
        value: flow(arg(1, 'value')),
        httpOnly: slot(arg(1, 'httpOnly'), false),
        secure: slot(arg(1, 'secure'), false),
        sameSite: {
          ...slot(arg(1, 'sameSite'), 'unset'),
          spelled: { strict: 'strict', lax: 'lax', none: 'none' },
          isCapitalised: true,
        },
        ...cookieScope((name) => arg(1, name)),
        lifetime: slot([timed(arg(1, 'maxAge'), SECONDS), timed(arg(1, 'expires'), DATE)], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
