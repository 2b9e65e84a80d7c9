import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** A jsonwebtoken before release 9 does the work, whatever else the project has; of its options there are the algorithms alone. */
export const remixAuthJwt = {
  package: 'remix-auth-jwt',
  source:
    'remix-auth-jwt@0.4.0 build/index.js (JwtStrategy) and package.json (jsonwebtoken@^8.5.1, jsonwebtoken-esm@^1.0.5)',
  display: '',
  runsOn: 'server',
  emissions: [
    {
      emits: 'TokenVerify',
      at: { call: 'JwtStrategy', arguments: [2, 2] },
      slots: {
        key: flow(arg(0, 'secret')),
        algorithms: slot(arg(0, 'algorithms'), 'any'),
        withoutAlgorithms: constant('header'),
        unsignedWithoutKey: constant('accepted'),
        hmacWithPublicKey: constant('accepted'),
        ...CALLERS_KEY,
        verdict: constant('responds'),
        ...TIMES_ONLY,
      },
    },
  ],
} satisfies LibraryModel;
