import { CALLERS_KEY, jsonwebtokenChecks, tolerance } from './claimChecks';
import { decoding } from './decoding';
import {
  arg,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  MILLISECONDS,
  registered,
  SECONDS_OR_MS_TEXT,
  slot,
  timed,
  type Where,
} from './model';

/** An option of the call, flat or under its group, else of the registration: a written `undefined` does not count. */
function merged(index: number, group: string, name: string): readonly Where[] {
  return [arg(index, name), arg(index, group, name), registered(group, name)];
}

const SIGNS = [
  { call: '#FastifyInstance.jwt.sign', arguments: [1, 3] },
  { call: '#FastifyReply.jwtSign', arguments: [1, 3] },
  // Where a hook hands it on, as guides have it: `request.jwt = fastify.jwt`.
  { call: '#FastifyRequest.jwt.sign', arguments: [1, 3] },
] as const;
const VERIFIES = [
  { at: { call: '#FastifyInstance.jwt.verify', arguments: [1, 3] }, options: 1, verdict: constant('throws') },
  { at: { call: '#FastifyRequest.jwt.verify', arguments: [1, 3] }, options: 1, verdict: constant('throws') },
  { at: { call: '#FastifyRequest.jwtVerify', arguments: [0, 2] }, options: 0, verdict: constant('rejects') },
] as const;

export const fastifyJwt = {
  package: '@fastify/jwt',
  modules: ['@fastify/jwt', 'fastify-jwt'],
  source: '@fastify/jwt@10.2.8 index.js (convertTemporalProps: numbers are seconds), fast-jwt@6.3.6',
  display: 'jwt',
  runsOn: 'server',
  results: SIGNS.map(({ call }) => ({ path: `${call}()`, in: 'fastify', is: 'credential' }) as const),
  registrations: [{ at: { handed: '', to: 'register' }, options: arg(1) }],
  emissions: [
    ...SIGNS.map(
      (at) =>
        ({
          emits: 'TokenSign',
          at: { ...at, in: 'fastify' },
          slots: {
            payload: flow(arg(0)),
            subject: flow(merged(1, 'sign', 'sub')),
            key: flow([...merged(1, 'sign', 'key'), registered('secret')]),
            signsNone: constant(false),
            // Without one, fast-jwt takes what fits the key.
            algorithm: { where: merged(1, 'sign', 'algorithm') },
            lifetime: slot(
              [
                ...merged(1, 'sign', 'expiresIn').map((where) => timed(where, SECONDS_OR_MS_TEXT)),
                timed(arg(0, 'exp'), EPOCH_SECONDS),
              ],
              'never',
            ),
          },
        }) as const,
    ),
    ...VERIFIES.map(
      ({ at, options, verdict }) =>
        ({
          emits: 'TokenVerify',
          at: { ...at, in: 'fastify' },
          slots: {
            key: flow([...merged(options, 'verify', 'key'), registered('secret')]),
            algorithms: slot(merged(options, 'verify', 'algorithms'), 'any'),
            // fast-jwt takes the algorithms that fit the key.
            withoutAlgorithms: constant('key-text'),
            // Where the call has an empty key of its own.
            unsignedWithoutKey: constant('accepted-if-none-is-listed'),
            hmacWithPublicKey: constant('rejected'),
            ...CALLERS_KEY,
            verdict,
            callback: flow([arg(options + 1), arg(options)]),
            ...jsonwebtokenChecks((name) => merged(options, 'verify', name)),
            // `convertTemporalProps` leaves it as it is.
            clockTolerance: tolerance(merged(options, 'verify', 'clockTolerance'), MILLISECONDS),
            checksIssuer: slot(merged(options, 'verify', 'allowedIss'), false),
            checksAudience: slot(merged(options, 'verify', 'allowedAud'), false),
          },
        }) as const,
    ),
    {
      emits: 'SecretUse',
      at: { handed: '', to: 'register', arguments: [2, 2] },
      // A text, or a key pair.
      slots: { purpose: constant('token'), value: flow(arg(1, 'secret')) },
    },
    {
      emits: 'TokenDecode',
      at: { call: '#FastifyInstance.jwt.decode', in: 'fastify', arguments: [1, 2] },
      slots: decoding(arg(0), [], ['payload']),
    },
    // It takes the token from the header or the cookie of the request.
    {
      emits: 'TokenDecode',
      at: { call: '#FastifyRequest.jwtDecode', in: 'fastify', arguments: [0, 2] },
      slots: decoding([], [], ['payload']),
    },
  ],
} satisfies LibraryModel;
