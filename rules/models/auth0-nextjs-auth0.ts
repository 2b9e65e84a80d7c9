import { arg, type LibraryModel, SECONDS, sessionSecret, slot, timed } from './model';

const DAY = 24 * 60 * 60;

const CALLS = [
  { call: 'initAuth0', in: '@auth0/nextjs-auth0', absent: 7 * DAY },
  { call: 'initAuth0', in: '@auth0/nextjs-auth0/edge', absent: 7 * DAY },
  { call: 'Auth0Client', in: '@auth0/nextjs-auth0/server', absent: 3 * DAY },
] as const;

export const auth0NextjsAuth0 = {
  package: '@auth0/nextjs-auth0',
  modules: ['@auth0/nextjs-auth0', '@auth0/nextjs-auth0/edge', '@auth0/nextjs-auth0/server'],
  source:
    '@auth0/nextjs-auth0@3.5.0 dist/auth0-session/get-config.js, @4.30.0 dist/server/client.d.ts and dist/server/session/abstract-session-store.js',
  display: 'auth0',
  emissions: CALLS.flatMap(({ absent, ...trigger }) => {
    const at = { ...trigger, arguments: [1, 1] } as const;
    return [
      { emits: 'SecretUse', at, slots: sessionSecret(arg(0, 'secret')) } as const,
      {
        emits: 'SessionSetup',
        at,
        slots: {
          store: slot([arg(0, 'session', 'store'), arg(0, 'sessionStore')], 'sealed'),
          // `false`: for as long as it is used.
          lifetime: slot(timed(arg(0, 'session', 'absoluteDuration'), SECONDS), absent),
        },
      } as const,
    ];
  }),
} satisfies LibraryModel;
