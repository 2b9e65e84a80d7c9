import { auth0Storage } from './auth0Storage';
import type { LibraryModel } from './model';

export const auth0Auth0SpaJs = {
  package: '@auth0/auth0-spa-js',
  source:
    '@auth0/auth0-spa-js@2.27.0 dist/typings/Auth0Client.d.ts and dist/typings/global.d.ts, src/Auth0Client.ts and src/Auth0Client.utils.ts (cacheLocation)',
  display: 'auth0',
  types: [{ name: '#Auth0Client', display: 'auth0', annotations: ['Auth0Client'] }],
  gives: [
    { path: 'Auth0Client()', type: '#Auth0Client' },
    { path: 'createAuth0Client()', type: '#Auth0Client' },
    // The default export of version 1.
    { path: '()', type: '#Auth0Client' },
  ],
  results: [
    ...['getTokenSilently()', 'getTokenWithPopup()', 'getIdTokenClaims().__raw'],
    // What `detailedResponse: true` asks for.
    ...['getTokenSilently().access_token', 'getTokenSilently().id_token'],
    ...['exchangeToken', 'loginWithCustomTokenExchange'].flatMap((method) =>
      ['access_token', 'id_token', 'refresh_token'].map((name) => `${method}().${name}`),
    ),
  ].map((path) => ({ path: `#Auth0Client.${path}`, is: 'credential' }) as const),
  emissions: (['Auth0Client', 'createAuth0Client', ''] as const).map(
    (call) => ({ emits: 'SdkStorage', at: { call, arguments: [1, 2] }, slots: auth0Storage }) as const,
  ),
} satisfies LibraryModel;
