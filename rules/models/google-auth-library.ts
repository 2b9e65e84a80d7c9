import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** The clients that hand out tokens as texts. */
const ID_TOKEN_CLIENTS = ['Compute', 'Impersonated', 'JWT', 'UserRefreshClient'] as const;
const CLIENTS = ['OAuth2Client', ...ID_TOKEN_CLIENTS] as const;

export const googleAuthLibrary = {
  package: 'google-auth-library',
  source:
    'google-auth-library@10.9.1 build/src/auth/*.js (what getAccessToken, getToken and fetchIdToken resolve to), oauth2client.js (verifySignedJwtWithCertsAsync)',
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
  emissions: CLIENTS.map(
    (name) =>
      ({
        emits: 'TokenVerify',
        at: { call: `#${name}.verifyIdToken`, arguments: [1, 2] },
        slots: {
          key: flow([]),
          algorithms: slot([], ['RS256', 'ES256']),
          withoutAlgorithms: constant('rejected'),
          unsignedWithoutKey: constant('rejected'),
          hmacWithPublicKey: constant('rejected'),
          ...CALLERS_KEY,
          keyOwner: constant('provider'),
          verdict: constant('rejects'),
          callback: flow(arg(1)),
          ...TIMES_ONLY,
          // It looks at `iat` and `exp`, and at nothing of that name.
          ignoresNotBefore: slot([], true),
          // `CLOCK_SKEW_SECS_`, which no option changes.
          clockTolerance: slot([], 300),
          checksIssuer: slot([], true),
          checksAudience: slot(arg(0, 'audience'), false),
        },
      }) as const,
  ),
} satisfies LibraryModel;
