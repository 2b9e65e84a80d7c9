import type { LibraryModel } from './model';

/** Where the tokens of a session are in version 5: its own methods, and the fields that they read. */
const SESSION_TOKENS = [
  'getIdToken().getJwtToken()',
  'getAccessToken().getJwtToken()',
  'getRefreshToken().getToken()',
  'idToken.jwtToken',
  'accessToken.jwtToken',
  'refreshToken.token',
];

export const awsAmplify = {
  package: 'aws-amplify',
  modules: ['aws-amplify', 'aws-amplify/auth', 'aws-amplify/auth/server', '@aws-amplify/auth'],
  source:
    '@aws-amplify/core@6.19.2 dist/esm/singleton/Auth/types.d.ts, @aws-amplify/auth@5.6.24 lib-esm/Auth.d.ts, amazon-cognito-identity-js@6.3.21 index.d.ts and es/*.js',
  display: 'Auth',
  types: [{ name: '#CognitoUserSession', display: 'session', annotations: ['CognitoUserSession'] }],
  gives: [
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
  emissions: [],
} satisfies LibraryModel;
