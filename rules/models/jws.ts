import { CALLERS_KEY, SIGNATURE_ONLY } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, required, slot, timed } from './model';

const SIGNS = [
  { call: 'sign', keys: ['secret', 'privateKey'] },
  { call: 'createSign', keys: ['secret', 'privateKey', 'key'] },
] as const;

/** jwa takes any text as the secret of an HMAC. */
const BY_ARGUMENT = { hmacWithPublicKey: constant('accepted'), ...CALLERS_KEY, ...SIGNATURE_ONLY } as const;

export const jws = {
  package: 'jws',
  source: 'jws@4.0.1, @3.2.3 and @2.0.0 lib/sign-stream.js and lib/verify-stream.js; jws@0.2.6 index.js (jwsVerify)',
  display: 'jws',
  runsOn: 'server',
  results: [{ path: 'sign()', is: 'credential' }],
  emissions: [
    ...SIGNS.map(
      ({ call, keys }) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [1, 1] },
          slots: {
            payload: flow(arg(0, 'payload')),
            subject: flow([]),
            key: flow(keys.map((name) => arg(0, name))),
            algorithm: required(arg(0, 'header', 'alg')),
            signsNone: constant(true),
            // The payload need not be claims, and is often a text.
            lifetime: required(timed(arg(0, 'payload', 'exp'), EPOCH_SECONDS)),
          },
        }) as const,
    ),
    // Before, the token said which algorithm it was; there was no argument for it.
    {
      emits: 'TokenVerify',
      at: { call: 'verify', arguments: [2, 2] },
      until: '3.0.0',
      slots: {
        key: flow(arg(1)),
        algorithms: slot([], 'any'),
        withoutAlgorithms: constant('header'),
        unsignedWithoutKey: constant('accepted'),
        ...BY_ARGUMENT,
        verdict: constant('returns'),
      },
    },
    // An unsigned token passes whatever the key; a list of algorithms cannot be written here.
    {
      emits: 'TokenVerify',
      at: { call: 'verify', arguments: [2, 3], when: { where: arg(1), is: ['none'] } },
      slots: {
        key: flow([]),
        algorithms: { where: [], default: ['none'] },
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('accepted-if-none-is-listed'),
        ...BY_ARGUMENT,
        verdict: constant('returns'),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'verify', arguments: [3, 3] },
      slots: {
        key: flow(arg(2)),
        algorithms: required(arg(1)),
        // The call has to name one, and may take it from the token.
        withoutAlgorithms: constant('header'),
        unsignedWithoutKey: constant('accepted-if-none-is-named'),
        ...BY_ARGUMENT,
        verdict: constant('returns'),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'createVerify', arguments: [1, 1] },
      slots: {
        key: flow([arg(0, 'secret'), arg(0, 'publicKey'), arg(0, 'key')]),
        algorithms: required(arg(0, 'algorithm')),
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('rejected'),
        ...BY_ARGUMENT,
        // A stream, which says it by an event.
        verdict: constant('later'),
      },
    },
    { emits: 'TokenDecode', at: { call: 'decode', arguments: [1, 2] }, slots: decoding(arg(0), ['payload']) },
  ],
} satisfies LibraryModel;
