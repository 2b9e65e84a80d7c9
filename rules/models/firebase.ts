import type { LibraryModel } from './model';

const SIGN_INS = [
  'createUserWithEmailAndPassword',
  'getRedirectResult',
  'linkWithCredential',
  'linkWithPopup',
  'reauthenticateWithCredential',
  'reauthenticateWithPopup',
  'signInAnonymously',
  'signInWithCredential',
  'signInWithCustomToken',
  'signInWithEmailAndPassword',
  'signInWithEmailLink',
  'signInWithPopup',
];
const PROVIDERS = [
  'FacebookAuthProvider',
  'GithubAuthProvider',
  'GoogleAuthProvider',
  'OAuthProvider',
  'TwitterAuthProvider',
];
/** Where the namespaced interface comes from: `firebase.auth()`. */
const NAMESPACES = ['firebase', 'firebase/app', 'firebase/compat/app'];

export const firebase = {
  package: 'firebase',
  modules: ['firebase/auth', '@firebase/auth', ...NAMESPACES],
  source: '@firebase/auth@1.13.6 dist/auth-public.d.ts and dist/node/index.js, @firebase/auth-types@0.13.2 index.d.ts',
  display: 'auth',
  types: [
    { name: '#Auth', display: 'auth', annotations: ['Auth'] },
    { name: '#User', display: 'user', annotations: ['User'] },
    { name: '#UserCredential', display: 'userCredential', annotations: ['UserCredential'] },
  ],
  gives: [
    { path: 'getAuth()', in: 'firebase/auth', type: '#Auth' },
    { path: 'initializeAuth()', in: 'firebase/auth', type: '#Auth' },
    ...NAMESPACES.map((module) => ({ path: 'auth()', in: module, type: '#Auth' })),
    { path: '#Auth.currentUser', type: '#User' },
    ...SIGN_INS.flatMap((call) => [
      { path: `${call}()`, in: 'firebase/auth', type: '#UserCredential' },
      { path: `#Auth.${call}()`, type: '#UserCredential' },
    ]),
    { path: '#UserCredential.user', type: '#User' },
  ],
  handlers: ['onAuthStateChanged', 'onIdTokenChanged'].flatMap((call) => [
    { path: call, parameters: ['#User'] },
    { path: `#Auth.${call}`, parameters: ['#User'] },
  ]),
  results: [
    { path: 'getIdToken()', in: 'firebase/auth', is: 'credential' },
    { path: 'getIdTokenResult().token', in: 'firebase/auth', is: 'credential' },
    { path: '#User.getIdToken()', is: 'credential' },
    { path: '#User.getIdTokenResult().token', is: 'credential' },
    { path: '#User.refreshToken', is: 'credential' },
    // Not declared, but there.
    { path: '#User.accessToken', is: 'credential' },
    { path: '#User.stsTokenManager.accessToken', is: 'credential' },
    { path: '#User.stsTokenManager.refreshToken', is: 'credential' },
    ...PROVIDERS.flatMap((provider) =>
      ['accessToken', 'idToken'].map(
        (name) =>
          ({ path: `${provider}.credentialFromResult().${name}`, in: 'firebase/auth', is: 'credential' }) as const,
      ),
    ),
  ],
  emissions: [],
} satisfies LibraryModel;
