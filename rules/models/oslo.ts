import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, flow, type LibraryModel, required, slot } from './model';

export const oslo = {
  package: 'oslo',
  modules: ['oslo', 'oslo/jwt'],
  source: 'oslo@1.2.1 dist/jwt/index.js',
  display: '',
  results: [{ path: 'createJWT()', is: 'credential' }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: 'createJWT', in: 'oslo/jwt', arguments: [3, 4] },
      slots: {
        payload: flow(arg(2)),
        subject: flow(arg(3, 'subject')),
        key: flow(arg(1)),
        algorithm: required(arg(0)),
        signsNone: constant(false),
        // A `TimeSpan` of its own.
        lifetime: slot(arg(3, 'expiresIn'), 'never'),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'validateJWT', in: 'oslo/jwt', arguments: [3, 3] },
      slots: {
        key: flow(arg(1)),
        algorithms: required(arg(0)),
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('rejected'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('rejects'),
        ...TIMES_ONLY,
      },
    },
    // The registered claims lie beside the payload: `subject`, `issuer`, `jwtId`.
    {
      emits: 'TokenDecode',
      at: { call: 'parseJWT', in: 'oslo/jwt', arguments: [1, 1] },
      slots: decoding(arg(0), [], ['payload']),
    },
  ],
} satisfies LibraryModel;
