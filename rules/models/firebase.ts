import { arg, type LibraryModel, required, slot } from './model';
import { sdkStorage } from './sdkStorage';

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

/** What the modular interface exports to choose from. */
const PERSISTENCES = {
  browserLocalPersistence: 'localStorage',
  indexedDBLocalPersistence: 'indexedDB',
  browserSessionPersistence: 'sessionStorage',
  browserCookiePersistence: 'cookie',
  inMemoryPersistence: 'memory',
} as const;

/** The namespaced interface takes names; `local` is IndexedDB where the browser has it. */
const NAMED_PERSISTENCES = {
  local: 'indexedDB',
  session: 'sessionStorage',
  none: 'memory',
  'auth.Auth.Persistence.LOCAL': 'indexedDB',
  'auth.Auth.Persistence.SESSION': 'sessionStorage',
  'auth.Auth.Persistence.NONE': 'memory',
} as const;

export const firebase = {
  package: 'firebase',
  modules: ['firebase/auth', '@firebase/auth', ...NAMESPACES],
  source:
    '@firebase/auth@1.13.6 dist/auth-public.d.ts and dist/node/index.js, @firebase/auth-types@0.13.2 index.d.ts, @firebase/auth@1.13.6 dist/esm/index.js (initializeAuth) and @firebase/auth-compat@0.6.11 dist/index.cjs.js (setPersistence), firebase@8.10.1 index.d.ts (messaging.Messaging.getToken)',
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
    // By it Firebase reaches a device.
    ...NAMESPACES.map((module) => ({ path: 'messaging().getToken()', in: module, is: { identifier: true } }) as const),
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
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: 'setPersistence', in: 'firebase/auth', arguments: [2, 2] },
      slots: sdkStorage({ storage: { ...required(arg(1)), spelled: PERSISTENCES }, safer: 'none' }),
    },
    {
      emits: 'SdkStorage',
      at: { call: 'initializeAuth', in: 'firebase/auth', arguments: [1, 2] },
      slots: sdkStorage({
        storage: { ...slot(arg(1, 'persistence'), 'memory'), spelled: PERSISTENCES },
        safer: 'none',
      }),
    },
    {
      emits: 'SdkStorage',
      at: { call: '#Auth.setPersistence', arguments: [1, 1] },
      slots: sdkStorage({ storage: { ...required(arg(0)), spelled: NAMED_PERSISTENCES }, safer: 'session' }),
    },
  ],
} satisfies LibraryModel;
