import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** jsonwebtoken does the work; of its options there are the algorithms alone. */
export const remixAuthJwt = {
  package: 'remix-auth-jwt',
  source: 'remix-auth-jwt@0.4.0 build/index.js (JwtStrategy); jsonwebtoken@9 verify.js',
  display: '',
  runsOn: 'server',
  emissions: [
    {
      emits: 'TokenVerify',
      at: { call: 'JwtStrategy', arguments: [2, 2] },
      slots: {
        key: flow(arg(0, 'secret')),
        algorithms: slot(arg(0, 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-text'),
        unsignedWithoutKey: constant('accepted-if-none-is-listed'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('responds'),
        ...TIMES_ONLY,
      },
    },
  ],
} satisfies LibraryModel;
