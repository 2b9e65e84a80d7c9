import type { LibraryModel } from './model';

/** The clients that hand out tokens as texts. */
const ID_TOKEN_CLIENTS = ['Compute', 'Impersonated', 'JWT', 'UserRefreshClient'] as const;
const CLIENTS = ['OAuth2Client', ...ID_TOKEN_CLIENTS] as const;

export const googleAuthLibrary = {
  package: 'google-auth-library',
  source: 'google-auth-library@10.9.1 build/src/auth/*.js (what getAccessToken, getToken and fetchIdToken resolve to)',
  display: 'client',
  types: [...CLIENTS, 'GoogleAuth'].map((name) => ({ name: `#${name}`, display: 'client', annotations: [name] })),
  gives: [...CLIENTS, 'GoogleAuth'].map((name) => ({ path: `${name}()`, type: `#${name}` })),
  results: [
    { path: '#GoogleAuth.getAccessToken()', is: 'credential' },
    ...CLIENTS.flatMap((name) => [
      { path: `#${name}.getAccessToken().token`, is: 'credential' } as const,
      { path: `#${name}.getToken().tokens`, is: 'credential' } as const,
    ]),
    ...ID_TOKEN_CLIENTS.map((name) => ({ path: `#${name}.fetchIdToken()`, is: 'credential' }) as const),
  ],
  emissions: [],
} satisfies LibraryModel;
