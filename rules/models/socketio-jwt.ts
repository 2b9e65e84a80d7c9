import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** All of its options go to jsonwebtoken 8. */
export const socketioJwt = {
  package: 'socketio-jwt',
  source: 'socketio-jwt@4.6.2 lib/index.js (authorize); jsonwebtoken@8 verify.js',
  display: 'socketioJwt',
  runsOn: 'server',
  emissions: [
    {
      emits: 'TokenVerify',
      at: { call: 'authorize', arguments: [1, 1] },
      slots: {
        key: flow(arg(0, 'secret')),
        algorithms: slot(arg(0, 'algorithms'), 'any'),
        withoutAlgorithms: constant('header'),
        // It refuses to go on without a secret.
        unsignedWithoutKey: constant('rejected'),
        hmacWithPublicKey: constant('accepted'),
        ...CALLERS_KEY,
        verdict: constant('responds'),
        ...jsonwebtokenChecks((name) => [arg(0, name)]),
      },
    },
  ],
} satisfies LibraryModel;
