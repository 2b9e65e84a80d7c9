import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { arg, constant, flow, type LibraryModel, MILLISECONDS, required, slot, timed } from './model';

export const firebaseAdmin = {
  package: 'firebase-admin',
  modules: ['firebase-admin', 'firebase-admin/auth'],
  source: 'firebase-admin@14.5.1 and @13.10.0 lib/auth/base-auth.js, auth-api-request.js and token-verifier.js',
  display: 'auth',
  types: [{ name: '#Auth', display: 'auth', annotations: ['Auth', 'BaseAuth', 'TenantAwareAuth'] }],
  gives: [
    { path: 'getAuth()', in: 'firebase-admin/auth', type: '#Auth' },
    { path: 'auth()', in: 'firebase-admin', type: '#Auth' },
    { path: 'initializeApp().auth()', in: 'firebase-admin', type: '#Auth' },
    { path: 'app().auth()', in: 'firebase-admin', type: '#Auth' },
  ],
  results: [
    { path: '#Auth.createCustomToken()', is: 'credential' },
    { path: '#Auth.createSessionCookie()', is: 'credential' },
  ],
  emissions: [
    // Tokens of other projects are refused: `verifyIdToken` knows the project.
    ...(['verifyIdToken', 'verifySessionCookie'] as const).map(
      (method) =>
        ({
          emits: 'TokenVerify',
          at: { call: `#Auth.${method}`, arguments: [1, 2] },
          slots: {
            key: flow([]),
            algorithms: slot([], ['RS256']),
            withoutAlgorithms: constant('rejected'),
            unsignedWithoutKey: constant('rejected'),
            hmacWithPublicKey: constant('rejected'),
            ...CALLERS_KEY,
            keyOwner: constant('provider'),
            verdict: constant('rejects'),
            ...TIMES_ONLY,
            checksIssuer: slot([], true),
            checksAudience: slot([], true),
          },
        }) as const,
    ),
    {
      emits: 'TokenSign',
      at: { call: '#Auth.createSessionCookie', arguments: [2, 2] },
      slots: {
        // Google signs it with keys of its own, and takes the claims from the ID token.
        payload: flow([]),
        subject: flow([]),
        key: flow([]),
        algorithm: slot([], 'RS256'),
        signsNone: constant(false),
        lifetime: required(timed(arg(1, 'expiresIn'), MILLISECONDS)),
      },
    },
  ],
} satisfies LibraryModel;
