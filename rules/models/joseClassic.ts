import { CALLERS_KEY, SIGNATURE_ONLY, tolerance } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, required, slot, timed, type Where } from './model';

/** Releases 1 and 2 read texts such as `2h`. */
const TEXT_TIME = { number: 'seconds', text: 'jose' } as const;

/** The key that tokens without a signature fit, and nothing else. */
const NONE = { where: arg(1), part: 'jose JWK.None' } as const;
const SIGNERS = ['JWT.sign', 'JWS.sign', 'JWS.sign.flattened', 'JWS.sign.general'] as const;

function option(name: string): readonly Where[] {
  return [arg(2, name)];
}

/** The API of jose before release 3, which shares no name with what came after it. */
export const joseClassic = {
  results: [
    { path: 'JWT.sign()', is: 'credential' },
    { path: 'JWS.sign()', is: 'credential' },
    { path: 'JWK.asKey()', is: { argument: 0 } },
    { path: 'JWK.None', is: { nothing: true } },
    { path: 'JWKS.asKeyStore()', is: { key: 'asymmetric', form: 'local-set' } },
  ],
  emissions: [
    ...SIGNERS.map(
      (call) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [2, 4], when: NONE },
          slots: {
            payload: flow([]),
            subject: flow([]),
            key: flow([]),
            algorithm: slot([], 'none'),
            signsNone: constant(true),
            // The call is another fact, which tells.
            lifetime: required([]),
          },
        }) as const,
    ),
    ...SIGNERS.slice(1).map(
      (call) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [2, 4] },
          slots: {
            payload: flow(arg(0)),
            subject: flow([]),
            key: flow(arg(1)),
            algorithm: required([arg(2, 'alg'), arg(3, 'alg')]),
            signsNone: constant(true),
            // The payload need not be claims, and is often a text.
            lifetime: required(timed(arg(0, 'exp'), EPOCH_SECONDS)),
          },
        }) as const,
    ),
    {
      emits: 'TokenVerify',
      at: { call: 'JWS.verify', arguments: [2, 3] },
      slots: {
        key: flow(arg(1)),
        algorithms: slot(arg(2, 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-text'),
        unsignedWithoutKey: constant('accepted'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('throws'),
        ...SIGNATURE_ONLY,
      },
    },
    {
      emits: 'TokenSign',
      at: { call: 'JWT.sign', arguments: [2, 3] },
      slots: {
        payload: flow(arg(0)),
        subject: flow(arg(2, 'subject')),
        key: flow(arg(1)),
        // Without one, the first that the key is fit for.
        algorithm: required([arg(2, 'algorithm'), arg(2, 'header', 'alg')]),
        signsNone: constant(true),
        lifetime: slot([timed(arg(2, 'expiresIn'), TEXT_TIME), timed(arg(0, 'exp'), EPOCH_SECONDS)], 'never'),
      },
    },
    {
      emits: 'TokenDecode',
      at: { call: 'JWT.decode', arguments: [1, 2] },
      slots: decoding(arg(0), [], ['payload']),
    },
    {
      emits: 'TokenVerify',
      at: { call: 'JWT.verify', arguments: [2, 3] },
      slots: {
        key: flow(arg(1)),
        algorithms: slot(arg(2, 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-text'),
        // `JWK.None` is the key that unsigned tokens fit.
        unsignedWithoutKey: constant('accepted'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('throws'),
        ignoresExpiration: slot(option('ignoreExp'), false),
        ignoresNotBefore: slot(option('ignoreNbf'), false),
        clockTolerance: tolerance(option('clockTolerance'), TEXT_TIME),
        checksIssuer: slot(option('issuer'), false),
        checksAudience: slot(option('audience'), false),
      },
    },
  ],
} as const satisfies Pick<LibraryModel, 'results' | 'emissions'>;
