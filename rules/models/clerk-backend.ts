import { CALLERS_KEY, TIMES_ONLY, tolerance } from './claimChecks';
import { arg, constant, flow, type LibraryModel, MILLISECONDS, slot } from './model';

/** Keys belong to one application: whoever issued a token that fits them is known. */
export const clerkBackend = {
  package: '@clerk/backend',
  modules: ['@clerk/backend', '@clerk/express', '@clerk/nextjs/server'],
  source: '@clerk/backend@3.25.0 dist/chunk-WJJ2QJZH.mjs (verifyToken), dist/chunk-SEYNRELD.mjs (verifyJwt)',
  display: 'clerk',
  runsOn: 'server',
  emissions: [
    {
      emits: 'TokenVerify',
      at: { call: 'verifyToken', arguments: [2, 2] },
      slots: {
        key: flow(arg(1, 'jwtKey')),
        algorithms: slot([], ['RS256', 'RS384', 'RS512']),
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('rejected'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('rejects'),
        ...TIMES_ONLY,
        clockTolerance: { ...tolerance([arg(1, 'clockSkewInMs')], MILLISECONDS), default: 5 },
        checksIssuer: slot([], true),
        checksAudience: slot([arg(1, 'audience'), arg(1, 'authorizedParties')], false),
      },
    },
    // By it, whoever has it acts for every user.
    ...[
      { call: 'verifyToken', options: 1 },
      { call: 'createClerkClient', options: 0 },
    ].map(
      ({ call, options }) =>
        ({
          emits: 'SecretUse',
          at: { call, arguments: [options + 1, options + 1] },
          slots: { purpose: constant('token'), value: flow(arg(options, 'secretKey')) },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
