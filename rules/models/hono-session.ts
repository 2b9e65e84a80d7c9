import { arg, type LibraryModel, required, SECONDS, sessionSecret, slot, timed } from './model';

const AT = { call: 'useSession', arguments: [1, 1] } as const;

/** The cookie has HttpOnly and SameSite=Lax, and no options but those of a function that writes it. */
export const honoSession = {
  package: '@hono/session',
  source: '@hono/session@0.2.1 dist/index.js (useSession), dist/cookies-BErLZpT4.js (jweEncrypt)',
  display: 'session',
  runsOn: 'server',
  emissions: [
    { emits: 'SecretUse', at: AT, slots: sessionSecret(arg(0, 'secret')) },
    {
      emits: 'SessionSetup',
      at: AT,
      slots: {
        // `sessionStorage` of the context may keep the data.
        store: slot([], 'given'),
        lifetime: required(timed(arg(0, 'duration', 'absolute'), SECONDS)),
      },
    },
  ],
} satisfies LibraryModel;
