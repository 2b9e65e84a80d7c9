import { auth0Storage } from './auth0Storage';
import type { LibraryModel } from './model';

export const auth0Auth0Vue = {
  package: '@auth0/auth0-vue',
  source:
    '@auth0/auth0-vue@2.10.0 dist/typings/index.d.ts and dist/typings/interfaces, which hand on to @auth0/auth0-spa-js',
  display: 'auth0',
  types: [{ name: '#Auth0VueClient', display: 'auth0', annotations: ['Auth0VueClient'] }],
  gives: [{ path: 'useAuth0()', type: '#Auth0VueClient' }],
  results: ['getAccessTokenSilently()', 'getAccessTokenWithPopup()', 'idTokenClaims.value.__raw'].map(
    (path) => ({ path: `#Auth0VueClient.${path}`, is: 'credential' }) as const,
  ),
  emissions: [{ emits: 'SdkStorage', at: { call: 'createAuth0', arguments: [1, 2] }, slots: auth0Storage }],
} satisfies LibraryModel;
