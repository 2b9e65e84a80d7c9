import { TIMES_ONLY } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** njwt checks the signature and the times; issuer and audience are compared here, and throw where none is named. */
export const oktaJwtVerifier = {
  package: '@okta/jwt-verifier',
  source: '@okta/jwt-verifier@4.0.2 lib.js (OktaJwtVerifier)',
  display: 'verifier',
  runsOn: 'server',
  types: [{ name: '#Verifier', display: 'verifier' }],
  gives: [
    { path: '()', type: '#Verifier' },
    { path: 'OktaJwtVerifier()', type: '#Verifier' },
  ],
  emissions: (['verifyAccessToken', 'verifyIdToken'] as const).map(
    (call) =>
      ({
        emits: 'TokenVerify',
        at: { call: `#Verifier.${call}`, arguments: [1, 3] },
        slots: {
          key: flow([]),
          algorithms: slot([], ['RS256']),
          withoutAlgorithms: constant('rejected'),
          unsignedWithoutKey: constant('rejected'),
          hmacWithPublicKey: constant('rejected'),
          keyOwner: constant('provider'),
          callback: flow([]),
          admitsAnonymous: slot([], false),
          verdict: constant('rejects'),
          ...TIMES_ONLY,
          checksIssuer: slot([], true),
          checksAudience: slot(arg(1), true),
        },
      }) as const,
  ),
} satisfies LibraryModel;
