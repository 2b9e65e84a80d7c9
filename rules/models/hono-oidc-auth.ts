import { arg, type LibraryModel, required, SECONDS, sessionSecret, slot, timed } from './model';

const PLACES = [
  { call: 'initOidcAuthMiddleware', options: 0 },
  { call: 'setOidcAuthEnv', options: 1 },
] as const;

/** The session is a token of hono/jwt in a cookie with HttpOnly and Secure, which no option changes. */
export const honoOidcAuth = {
  package: '@hono/oidc-auth',
  source: '@hono/oidc-auth@1.8.1 dist/index.js (initOidcAuthMiddleware, setOidcAuthEnv, updateAuth)',
  display: 'oidc',
  runsOn: 'server',
  emissions: PLACES.flatMap(({ call, options }) => {
    const at = { call, arguments: [options + 1, options + 1] as const };
    return [
      { emits: 'SecretUse', at, slots: sessionSecret(arg(options, 'OIDC_AUTH_SECRET')) } as const,
      {
        emits: 'SessionSetup',
        at,
        slots: {
          store: slot([], 'sealed'),
          // A day, unless the environment says otherwise.
          lifetime: required(timed(arg(options, 'OIDC_AUTH_EXPIRES'), SECONDS)),
        },
      } as const,
    ];
  }),
} satisfies LibraryModel;
