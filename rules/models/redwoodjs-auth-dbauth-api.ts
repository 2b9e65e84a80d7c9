import { SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, SECONDS, slot, timed, type Where } from './model';

const AT = { call: 'DbAuthHandler', arguments: [3, 3] } as const;

/** The attributes are written into the header as they are; the old place holds where there is no new one. */
function attribute(name: string): readonly Where[] {
  return [arg(2, 'cookie', 'attributes', name), arg(2, 'cookie', name)];
}

export const redwoodjsAuthDbauthApi = {
  package: '@redwoodjs/auth-dbauth-api',
  modules: ['@redwoodjs/auth-dbauth-api', '@redwoodjs/api'],
  source: '@redwoodjs/auth-dbauth-api@8.9.0 dist/DbAuthHandler.js (_cookieAttributes, _createSessionCookieString)',
  display: 'dbAuth',
  runsOn: 'server',
  emissions: [
    {
      emits: 'CookieWrite',
      at: AT,
      slots: {
        ...SESSION_COOKIE,
        name: slot(arg(2, 'cookie', 'name'), 'session'),
        value: flow([]),
        httpOnly: slot(attribute('HttpOnly'), false),
        secure: slot(attribute('Secure'), false),
        sameSite: {
          ...slot(attribute('SameSite'), 'unset'),
          spelled: { Strict: 'strict', Lax: 'lax', None: 'none', strict: 'strict', lax: 'lax', none: 'none' },
        },
        domain: slot(attribute('Domain'), ''),
        path: slot(attribute('Path'), ''),
        prefix: slot([], 'none'),
        lifetime: required(timed(arg(2, 'login', 'expires'), SECONDS)),
      },
    },
    {
      emits: 'SessionSetup',
      at: AT,
      slots: { store: slot([], 'sealed'), lifetime: required(timed(arg(2, 'login', 'expires'), SECONDS)) },
    },
  ],
} satisfies LibraryModel;
