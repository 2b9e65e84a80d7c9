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
