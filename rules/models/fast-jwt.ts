import type { Unit } from '../facts/schema/settings';
import { CALLERS_KEY, jsonwebtokenChecks, tolerance } from './claimChecks';
import { decoding } from './decoding';
import {
  arg,
  chain,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  MILLISECONDS,
  required,
  slot,
  timed,
} from './model';

/** Numbers are milliseconds; texts are read by `@lukeed/ms`. */
const MILLISECONDS_OR_MS_TEXT: Unit = { number: 'milliseconds', text: 'ms' };

const BANDS = [
  { until: '3.2.0', unit: MILLISECONDS },
  { since: '3.2.0', unit: MILLISECONDS_OR_MS_TEXT },
] as const;

export const fastJwt = {
  package: 'fast-jwt',
  source:
    'fast-jwt@6.3.6, @5.0.6 and @1.7.2 src/signer.js and src/verifier.js, fast-jwt@3.1.0 and @3.2.0 src/signer.js',
  display: '',
  runsOn: 'server',
  results: [{ path: 'createSigner()()', is: 'credential' }],
  emissions: [
    ...BANDS.map(
      ({ unit, ...band }) =>
        ({
          emits: 'TokenSign',
          at: { call: 'createSigner', arguments: [1, 1] },
          ...band,
          slots: {
            // What is signed is handed to the function that this call gives.
            payload: flow([]),
            subject: flow(arg(0, 'sub')),
            key: flow(arg(0, 'key')),
            signsNone: constant(true),
            // Without one, it is read off the key.
            algorithm: required(arg(0, 'algorithm')),
            // Without one, the payload's `exp` counts, which is not seen here.
            lifetime: required(timed(arg(0, 'expiresIn'), unit)),
          },
        }) as const,
    ),
    {
      emits: 'TokenSign',
      at: { call: 'createSigner()', arguments: [1, 2] },
      slots: {
        payload: flow(arg(0)),
        subject: flow(chain('createSigner', 0, 'sub')),
        // Key and algorithm are judged where the signer is made, and so is a lifetime: here only whether there is none.
        key: flow([]),
        signsNone: constant(false),
        algorithm: required([]),
        lifetime: slot([chain('createSigner', 0, 'expiresIn'), timed(arg(0, 'exp'), EPOCH_SECONDS)], 'never'),
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
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('later'),
        ...jsonwebtokenChecks((name) => [arg(0, name)]),
        clockTolerance: tolerance([arg(0, 'clockTolerance')], MILLISECONDS),
        checksIssuer: slot(arg(0, 'allowedIss'), false),
        checksAudience: slot(arg(0, 'allowedAud'), false),
      },
    },
    {
      emits: 'TokenDecode',
      at: { call: 'createDecoder()', arguments: [1, 1] },
      slots: decoding(arg(0), [], ['payload']),
    },
  ],
} satisfies LibraryModel;
