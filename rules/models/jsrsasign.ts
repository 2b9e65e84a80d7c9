import { CALLERS_KEY, SIGNATURE_ONLY, TIMES_ONLY, tolerance } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

const NAMES = ['KJUR.jws.JWS', 'jws.JWS'] as const;

const EXPIRY = timed(arg(2, 'exp'), EPOCH_SECONDS);

const CHECKS = { hmacWithPublicKey: constant('rejected'), ...CALLERS_KEY, verdict: constant('returns') } as const;

export const jsrsasign = {
  package: 'jsrsasign',
  source: 'jsrsasign@11.1.5, @10.8.4 and @8.0.12 lib/jsrsasign.js (KJUR.jws.JWS)',
  display: 'JWS',
  results: NAMES.map((name) => ({ path: `${name}.sign()`, is: 'credential' }) as const),
  emissions: NAMES.flatMap((name) => [
    // A text that was written elsewhere says nothing of its claims.
    ...[
      { isText: false, lifetime: slot(EXPIRY, 'never') } as const,
      { isText: true, lifetime: required(EXPIRY) } as const,
    ].map(
      ({ isText, lifetime }) =>
        ({
          emits: 'TokenSign',
          at: {
            call: `${name}.sign`,
            arguments: [3, 5],
            when: { where: arg(2), kinds: ['object', 'stringified'], otherwise: isText },
          },
          slots: {
            payload: flow(arg(2)),
            subject: flow([]),
            key: flow(arg(3)),
            // `null` for what the header says.
            algorithm: required([arg(0), arg(1, 'alg')]),
            signsNone: constant(true),
            lifetime,
          },
        }) as const,
    ),
    ...[
      { at: { call: `${name}.verify`, arguments: [2, 2] }, list: [] } as const,
      // What is no list, or an empty one, lists nothing.
      {
        at: { call: `${name}.verify`, arguments: [3, 3], when: { where: arg(2), kinds: ['literal', 'nothing'] } },
        list: [],
      } as const,
      {
        at: {
          call: `${name}.verify`,
          arguments: [3, 3],
          when: { where: arg(2), kinds: ['literal', 'nothing'], otherwise: true },
        },
        list: [arg(2)],
      } as const,
    ].map(
      ({ at, list }) =>
        ({
          emits: 'TokenVerify',
          at,
          slots: {
            key: flow(arg(1)),
            algorithms: slot(list, 'any'),
            // A PEM text becomes a key of its type, which no HMAC takes; any other is a secret, also a bare base64 key.
            withoutAlgorithms: constant('key-text'),
            unsignedWithoutKey: constant('rejected'),
            ...CHECKS,
            ...SIGNATURE_ONLY,
          },
        }) as const,
    ),
    {
      emits: 'TokenVerify',
      at: { call: `${name}.verifyJWT`, arguments: [3, 3] },
      slots: {
        key: flow(arg(1)),
        algorithms: required(arg(2, 'alg')),
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('rejected'),
        ...CHECKS,
        ...TIMES_ONLY,
        clockTolerance: tolerance([arg(2, 'gracePeriod')], SECONDS),
        checksIssuer: slot(arg(2, 'iss'), false),
        checksAudience: slot(arg(2, 'aud'), false),
      },
    } as const,
    {
      emits: 'TokenDecode',
      at: { call: `${name}.parse`, arguments: [1, 1] },
      slots: decoding(arg(0), ['payloadObj']),
    } as const,
  ]),
} satisfies LibraryModel;
