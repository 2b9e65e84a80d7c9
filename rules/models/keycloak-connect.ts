import { SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, slot } from './model';

/** `cookies: true` keeps the tokens in a cookie that is written without any attribute. */
export const keycloakConnect = {
  package: 'keycloak-connect',
  source: 'keycloak-connect@26.1.1 keycloak.js and stores/cookie-store.js',
  display: 'keycloak',
  runsOn: 'server',
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '', arguments: [1, 2], when: { where: arg(0, 'cookies'), is: ['true'] } },
      slots: {
        ...SESSION_COOKIE,
        name: slot([], 'keycloak-token'),
        value: flow([]),
        httpOnly: slot([], false),
        secure: slot([], false),
        sameSite: slot([], 'unset'),
        domain: slot([], ''),
        path: slot([], '/'),
        prefix: slot([], 'none'),
        lifetime: slot([], 'session'),
      },
    },
  ],
} satisfies LibraryModel;
