import { arg, type LibraryModel, required, slot } from './model';
import { sdkStorage } from './sdkStorage';

/** Where the tokens of a session are in version 5: its own methods, and the fields that they read. */
const SESSION_TOKENS = [
  'getIdToken().getJwtToken()',
  'getAccessToken().getJwtToken()',
  'getRefreshToken().getToken()',
  'idToken.jwtToken',
  'accessToken.jwtToken',
  'refreshToken.token',
];

/** What version 6 exports to choose from. */
const EXPORTED_STORAGES = {
  defaultStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
  sharedInMemoryStorage: 'memory',
  'CookieStorage()': 'cookie',
} as const;

export const awsAmplify = {
  package: 'aws-amplify',
  modules: [
    'aws-amplify',
    'aws-amplify/auth',
    'aws-amplify/auth/server',
    '@aws-amplify/auth',
    ...['aws-amplify/auth/cognito', '@aws-amplify/auth/cognito', 'aws-amplify/utils', '@aws-amplify/core'],
  ],
  source:
    '@aws-amplify/core@6.19.2 dist/esm/singleton/Auth/types.d.ts, @aws-amplify/auth@5.6.24 lib-esm/Auth.d.ts, amazon-cognito-identity-js@6.3.21 index.d.ts and es/*.js, @aws-amplify/core@6.19.2 dist/esm/storage and @aws-amplify/auth@5.6.24 src/Auth.ts (storage)',
  display: 'Auth',
  types: [
    { name: '#CognitoUserSession', display: 'session', annotations: ['CognitoUserSession'] },
    { name: '#TokenProvider', display: 'tokenProvider' },
  ],
  gives: [
    { path: 'cognitoUserPoolsTokenProvider', type: '#TokenProvider' },
    { path: 'Auth.currentSession()', type: '#CognitoUserSession' },
    { path: 'Auth.currentAuthenticatedUser().signInUserSession', type: '#CognitoUserSession' },
    { path: 'Auth.currentAuthenticatedUser().getSignInUserSession()', type: '#CognitoUserSession' },
    { path: 'Auth.signIn().signInUserSession', type: '#CognitoUserSession' },
    { path: 'Auth.signIn().getSignInUserSession()', type: '#CognitoUserSession' },
  ],
  results: [
    { path: 'fetchAuthSession().tokens.accessToken', is: 'credential' },
    { path: 'fetchAuthSession().tokens.idToken', is: 'credential' },
    ...SESSION_TOKENS.map((path) => ({ path: `#CognitoUserSession.${path}`, is: 'credential' }) as const),
  ],
  emissions: [
    {
      emits: 'SdkStorage',
      at: { call: '#TokenProvider.setKeyValueStorage', arguments: [1, 1] },
      slots: sdkStorage({ storage: { ...required(arg(0)), spelled: EXPORTED_STORAGES }, safer: 'none' }),
    },
    {
      emits: 'SdkStorage',
      at: { call: 'Auth.configure', arguments: [1, 1] },
      // It is called once for each part of the configuration.
      slots: sdkStorage({ storage: required(arg(0, 'storage')), safer: 'window.sessionStorage' }),
    },
    {
      emits: 'SdkStorage',
      at: { call: 'Amplify.configure', arguments: [1, 2] },
      until: '6.0.0',
      slots: sdkStorage({
        // A cookie, or a server, where these are written.
        storage: slot([arg(0, 'Auth', 'storage'), arg(0, 'Auth', 'cookieStorage'), arg(0, 'ssr')], 'localStorage'),
        safer: 'window.sessionStorage',
        clientKey: [arg(0, 'Auth', 'userPoolWebClientId'), arg(0, 'Auth', 'userPoolId')],
      }),
    },
  ],
} satisfies LibraryModel;
