import { SESSION_COOKIE } from './cookieOptions';
import { arg, flow, type LibraryModel, required, sessionSecret, slot } from './model';

const ACTIONS = '@logto/next/server-actions';
/** What is told how to keep sessions, by the first argument. */
const CALLS = [
  { call: '', in: '@logto/next' },
  { call: '', in: '@logto/next/edge' },
  { call: 'signIn', in: ACTIONS },
  { call: 'handleSignIn', in: ACTIONS },
] as const;

export const logtoNext = {
  package: '@logto/next',
  modules: ['@logto/next', '@logto/next/edge', ACTIONS],
  source:
    '@logto/next@4.2.11 lib/src/index.js (createRequestScopedClient) and lib/server-actions/index.js, @logto/node@3.1.11 lib/src/utils/cookie-storage.js',
  display: 'logto',
  runsOn: 'server',
  emissions: CALLS.flatMap((at) => [
    {
      emits: 'CookieWrite',
      at,
      slots: {
        ...SESSION_COOKIE,
        // `logto_`, and the name of the application.
        name: required([]),
        value: flow([]),
        httpOnly: slot([], true),
        secure: slot(arg(0, 'cookieSecure'), false),
        sameSite: slot([], 'lax'),
        domain: slot([], ''),
        path: slot([], '/'),
        prefix: slot([], 'none'),
        lifetime: slot([], 14 * 24 * 60 * 60),
      },
    } as const,
    { emits: 'SecretUse', at, slots: sessionSecret(arg(0, 'cookieSecret')) } as const,
  ]),
} satisfies LibraryModel;
