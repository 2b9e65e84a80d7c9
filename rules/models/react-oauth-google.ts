import type { LibraryModel } from './model';

/** Only what Google hands over of somebody who signs in. */
export const reactOauthGoogle = {
  package: '@react-oauth/google',
  source:
    '@react-oauth/google@0.13.5 dist/index.d.ts (GoogleLogin, useGoogleOneTapLogin, useGoogleLogin, CredentialResponse)',
  display: 'response',
  types: [
    {
      name: '#CredentialResponse',
      display: 'response',
      annotations: ['CredentialResponse', 'GoogleCredentialResponse'],
    },
    { name: '#TokenResponse', display: 'response', annotations: ['TokenResponse'] },
  ],
  handlers: [
    ...['GoogleLogin', 'useGoogleOneTapLogin'].map((path) => ({
      path,
      under: 'onSuccess',
      parameters: ['#CredentialResponse'],
    })),
    { path: 'useGoogleLogin', under: 'onSuccess', parameters: ['#TokenResponse'] },
  ],
  results: [
    { path: '#CredentialResponse.credential', is: 'credential' },
    { path: '#TokenResponse.access_token', is: 'credential' },
  ],
  emissions: [],
} satisfies LibraryModel;
