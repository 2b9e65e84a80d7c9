import type { LibraryModel } from './model';

/** The calls of a client that answer with the token of a new session. */
const SIGN_INS = [
  'signIn.anonymous',
  'signIn.email',
  'signIn.emailOtp',
  'signIn.phoneNumber',
  'signIn.username',
  'signUp.email',
];

/** The client's half: what it gets to see of the session's token. */
export const betterAuthClient = {
  package: 'better-auth',
  modules: ['better-auth/client', 'better-auth/react', 'better-auth/solid', 'better-auth/svelte', 'better-auth/vue'],
  source:
    'better-auth@1.7.24 dist/client, dist/api/routes/sign-in.d.mts, dist/plugins/jwt/index.mjs and dist/api/routes/account.mjs',
  display: 'authClient',
  types: [
    { name: '#AuthClient', display: 'authClient' },
    { name: '#AuthSession', display: 'session' },
  ],
  gives: [
    { path: 'createAuthClient()', type: '#AuthClient' },
    { path: '#AuthClient.getSession().data', type: '#AuthSession' },
    { path: '#AuthClient.useSession().data', type: '#AuthSession' },
    // In Vue it is a reference.
    { path: '#AuthClient.useSession().value.data', type: '#AuthSession' },
  ],
  results: [
    '#AuthSession.session.token',
    '#AuthClient.getSession().session.token',
    '#AuthClient.token().data.token',
    '#AuthClient.getAccessToken().data.accessToken',
    '#AuthClient.getAccessToken().data.idToken',
    ...SIGN_INS.map((call) => `#AuthClient.${call}().data.token`),
  ].map((path) => ({ path, is: 'credential' }) as const),
  emissions: [],
} satisfies LibraryModel;
