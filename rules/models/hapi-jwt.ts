import { CALLERS_KEY, CHECKS_UNKNOWN, tolerance, unless } from './claimChecks';
import { claimsHandedTo, decoding } from './decoding';
import {
  arg,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  required,
  SECONDS,
  slot,
  timed,
  type Where,
} from './model';

const OF_SCHEME = { where: arg(1), is: ['jwt'] } as const;

function hapiChecks(at: (name: string) => Where) {
  return {
    ignoresExpiration: unless([at('exp')]),
    ignoresNotBefore: unless([at('nbf')]),
    clockTolerance: tolerance([at('timeSkewSec')], SECONDS),
    checksIssuer: slot(at('iss'), false),
    checksAudience: slot(at('aud'), false),
  } as const;
}

export const hapiJwt = {
  package: '@hapi/jwt',
  source: '@hapi/jwt@3.2.4 and @2.2.0 lib/token.js, lib/keys.js, lib/crypto.js and lib/plugin.js',
  display: 'Jwt',
  runsOn: 'server',
  results: [{ path: 'token.generate()', is: 'credential' }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: 'token.generate', arguments: [2, 3] },
      slots: {
        payload: flow(arg(0)),
        subject: flow([]),
        key: flow([arg(1, 'key'), arg(1)]),
        // Without one, the first that the key looks fit for.
        algorithm: required([arg(2, 'header', 'alg'), arg(1, 'algorithm')]),
        signsNone: constant(true),
        lifetime: slot([timed(arg(0, 'exp'), EPOCH_SECONDS), timed(arg(2, 'ttlSec'), SECONDS)], 'never'),
      },
    },
    ...(['token.verify', 'token.verifySignature'] as const).map(
      (call) =>
        ({
          emits: 'TokenVerify',
          at: { call, arguments: [2, 3] },
          slots: {
            key: flow([arg(1, 'key'), arg(1)]),
            algorithms: slot([arg(1, 'algorithms'), arg(1, 'algorithm')], 'any'),
            withoutAlgorithms: constant('key-text'),
            // The empty text is a key that only unsigned tokens fit.
            unsignedWithoutKey: constant('accepted'),
            // lib/crypto.js takes any text as the key of an HMAC.
            hmacWithPublicKey: constant('accepted'),
            ...CALLERS_KEY,
            verdict: constant('throws'),
            // Of claims, `verifyPayload` knows.
            ...(call === 'token.verify' ? hapiChecks((name) => arg(2, name)) : CHECKS_UNKNOWN),
          },
        }) as const,
    ),
    {
      emits: 'TokenVerify',
      // `verify: false` leaves out the signature too.
      at: {
        method: 'strategy',
        arguments: [3, 3],
        when: { all: [OF_SCHEME, { where: arg(2, 'verify'), kinds: ['literal'], otherwise: true }] },
      },
      // The scheme is named by a text, which other plugins use too: both ends say that the project has this one.
      since: '2.0.0',
      until: '4.0.0',
      slots: {
        // A text, or an object with one of these.
        key: flow([arg(2, 'keys', 'key'), arg(2, 'keys', 'uri'), arg(2, 'keys')]),
        algorithms: slot(arg(2, 'keys', 'algorithms'), 'any'),
        withoutAlgorithms: constant('key-text'),
        unsignedWithoutKey: constant('accepted-if-none-is-listed'),
        hmacWithPublicKey: constant('accepted'),
        ...CALLERS_KEY,
        verdict: constant('responds'),
        ...hapiChecks((name) => arg(2, 'verify', name)),
      },
    },
    {
      emits: 'TokenDecode',
      at: {
        method: 'strategy',
        arguments: [3, 3],
        when: {
          all: [OF_SCHEME, { where: arg(2, 'verify'), is: ['false'] }],
        },
      },
      since: '2.0.0',
      until: '4.0.0',
      slots: claimsHandedTo(arg(2, 'validate'), ['decoded', 'payload']),
    },
    {
      emits: 'TokenDecode',
      at: { call: 'token.decode', arguments: [1, 2] },
      slots: decoding(arg(0), ['decoded', 'payload']),
    },
  ],
} satisfies LibraryModel;
