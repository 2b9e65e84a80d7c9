import { CALLERS_KEY, tolerance } from './claimChecks';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, required, slot, timed, type Where } from './model';

/** Releases 1 and 2 read texts such as `2h`. */
const TEXT_TIME = { number: 'seconds', text: 'jose' } as const;

function option(name: string): readonly Where[] {
  return [arg(2, name)];
}

/** The API of jose before release 3, which shares no name with what came after it. */
export const joseClassic = {
  results: [
    { path: 'JWT.sign()', is: 'credential' },
    { path: 'JWK.asKey()', is: { argument: 0 } },
    { path: 'JWK.None', is: { nothing: true } },
    { path: 'JWKS.asKeyStore()', is: { key: 'asymmetric', form: 'local-set' } },
  ],
  emissions: [
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
      emits: 'TokenVerify',
      at: { call: 'JWT.verify', arguments: [2, 3] },
      slots: {
        key: flow(arg(1)),
        algorithms: slot(arg(2, 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-type'),
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
