import { arg, type LibraryModel, sessionSecret } from './model';

/** Calls that seal a session, or open one, and where the password for it stands. */
const SEALING = [
  { method: 'loadSealedSession', password: arg(0, 'cookiePassword') },
  { method: 'authenticateWithSessionCookie', password: arg(0, 'cookiePassword') },
  { method: 'authenticateWithCode', password: arg(0, 'session', 'cookiePassword') },
  { method: 'authenticateWithPassword', password: arg(0, 'session', 'cookiePassword') },
  { method: 'authenticateWithMagicAuth', password: arg(0, 'session', 'cookiePassword') },
  { method: 'authenticateWithRefreshToken', password: arg(0, 'session', 'cookiePassword') },
] as const;

export const workosIncNode = {
  package: '@workos-inc/node',
  source: '@workos-inc/node@8.13.0 lib/factory-yopqWYw5.cjs (WorkOS, UserManagement, CookieSession)',
  display: 'workos',
  runsOn: 'server',
  types: [{ name: '#WorkOS', display: 'workos', annotations: ['WorkOS'] }],
  gives: [{ path: 'WorkOS()', type: '#WorkOS' }],
  emissions: SEALING.map(
    ({ method, password }) =>
      ({
        emits: 'SecretUse',
        at: { call: `#WorkOS.userManagement.${method}`, arguments: [1, 1] },
        slots: sessionSecret(password),
      }) as const,
  ),
} satisfies LibraryModel;
