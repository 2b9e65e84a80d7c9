import type { Unit } from '../facts/schema';
import { arg, constant, flow, type LibraryModel, required, slot, timed } from './model';

/** Numbers are milliseconds; texts are read by `@lukeed/ms`. */
const MILLISECONDS_OR_MS_TEXT: Unit = { number: 'milliseconds', text: 'ms' };

export const fastJwt = {
  package: 'fast-jwt',
  source: 'fast-jwt@6.3.6 src/signer.js and src/verifier.js, fast-jwt@5.0.6 and @1.7.2 the same files',
  display: '',
  results: [{ path: 'createSigner()()', is: 'credential' }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: 'createSigner', arguments: [1, 1] },
      slots: {
        // What is signed is handed to the function that this call gives.
        payload: flow([]),
        subject: flow(arg(0, 'sub')),
        key: flow(arg(0, 'key')),
        signsNone: constant(true),
        // Without one, it is read off the key.
        algorithm: required(arg(0, 'algorithm')),
        // Without one, the payload's `exp` counts, which is not seen here.
        lifetime: required(timed(arg(0, 'expiresIn'), MILLISECONDS_OR_MS_TEXT)),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'createVerifier', arguments: [1, 1] },
      slots: {
        key: flow(arg(0, 'key')),
        algorithms: slot(arg(0, 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-text'),
        unsignedWithoutKey: constant('accepted-if-none-is-listed'),
      },
    },
  ],
} satisfies LibraryModel;
