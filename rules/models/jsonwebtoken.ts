import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { decoding } from './decoding';
import {
  arg,
  constant,
  EPOCH_SECONDS,
  flow,
  type LibraryModel,
  MINUTES,
  SECONDS,
  SECONDS_OR_MS_TEXT,
  slot,
  timed,
} from './model';

const verifySlots = {
  key: flow(arg(1)),
  algorithms: slot(arg(2, 'algorithms'), 'any'),
  ...CALLERS_KEY,
  verdict: constant('throws'),
  // The second argument may be a function that gives the key.
  callback: flow([arg(3), arg(2)]),
  ...jsonwebtokenChecks((name) => [arg(2, name)]),
} as const;

/** bluebird's `promisifyAll` adds the others. */
const VERIFIERS = [
  { call: 'verify', verdict: constant('throws'), callback: verifySlots.callback },
  { call: 'verifyAsync', verdict: constant('rejects'), callback: flow([]) },
] as const;
const BANDS = [
  {
    until: '9.0.0',
    withoutAlgorithms: constant('header'),
    unsignedWithoutKey: constant('accepted'),
    hmacWithPublicKey: constant('accepted'),
  },
  {
    since: '9.0.0',
    withoutAlgorithms: constant('key-text'),
    unsignedWithoutKey: constant('accepted-if-none-is-listed'),
    hmacWithPublicKey: constant('rejected'),
  },
] as const;

export const jsonwebtoken = {
  package: 'jsonwebtoken',
  // The others hand it on.
  modules: ['jsonwebtoken', 'jsonwebtoken-esm', 'jsonwebtoken-promisified'],
  source:
    'jsonwebtoken@9.0.3 sign.js, verify.js and decode.js, jsonwebtoken@8.5.1 verify.js, jsonwebtoken@5.7.0 index.js (sign: expiresInMinutes), jsonwebtoken-esm@2.0.1 dist/index.js, jsonwebtoken-promisified@1.0.3 lib/index.js',
  display: 'jwt',
  runsOn: 'server',
  results: [
    { path: 'sign()', is: 'credential' },
    { path: 'signAsync()', is: 'credential' },
  ],
  emissions: [
    ...(['sign', 'signAsync'] as const).map(
      (call) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [2, 4] },
          slots: {
            payload: flow(arg(0)),
            subject: flow(arg(2, 'subject')),
            key: flow(arg(1)),
            signsNone: constant(true),
            // sign.js merges `options.header` over `{ alg: options.algorithm }`.
            algorithm: slot([arg(2, 'header', 'alg'), arg(2, 'algorithm')], 'HS256'),
            lifetime: {
              ...slot(
                [
                  timed(arg(2, 'expiresIn'), SECONDS_OR_MS_TEXT),
                  timed(arg(0, 'exp'), EPOCH_SECONDS),
                  // Until release 6, which throws on both.
                  timed(arg(2, 'expiresInMinutes'), MINUTES),
                  timed(arg(2, 'expiresInSeconds'), SECONDS),
                ],
                'never',
              ),
              refusesUndefined: true,
            },
          },
        }) as const,
    ),
    ...VERIFIERS.flatMap(({ call, verdict, callback }) =>
      BANDS.map(({ withoutAlgorithms, unsignedWithoutKey, hmacWithPublicKey, ...band }) => {
        const modes = { withoutAlgorithms, unsignedWithoutKey, hmacWithPublicKey, verdict, callback };
        return {
          emits: 'TokenVerify',
          at: { call, arguments: [2, 4] },
          ...band,
          slots: { ...verifySlots, ...modes },
        } as const;
      }),
    ),
    {
      emits: 'TokenDecode',
      at: { call: 'decode', arguments: [1, 2] },
      slots: decoding(arg(0), [], ['payload']),
    },
  ],
} satisfies LibraryModel;
