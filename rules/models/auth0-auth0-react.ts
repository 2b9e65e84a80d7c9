import { auth0Storage } from './auth0Storage';
import type { LibraryModel } from './model';

export const auth0Auth0React = {
  package: '@auth0/auth0-react',
  source: '@auth0/auth0-react@2.27.0 dist/auth0-context.d.ts and dist/use-auth0.d.ts',
  display: 'auth0',
  types: [{ name: '#Auth0Context', display: 'auth0', annotations: ['Auth0ContextInterface'] }],
  gives: [
    { path: 'useAuth0()', type: '#Auth0Context' },
    { path: 'useAuth0Suspense()', type: '#Auth0Context' },
  ],
  results: [
    ...['getAccessTokenSilently()', 'getAccessTokenWithPopup()', 'getIdTokenClaims().__raw'],
    // What `detailedResponse: true` asks for.
    ...['getAccessTokenSilently().access_token', 'getAccessTokenSilently().id_token'],
    ...['exchangeToken', 'loginWithCustomTokenExchange'].flatMap((method) =>
      ['access_token', 'id_token', 'refresh_token'].map((name) => `${method}().${name}`),
    ),
  ].map((path) => ({ path: `#Auth0Context.${path}`, is: 'credential' }) as const),
  emissions: (['Auth0Provider'] as const).map(
    (call) => ({ emits: 'SdkStorage', at: { call, arguments: [1, 2] }, slots: auth0Storage }) as const,
  ),
} satisfies LibraryModel;
