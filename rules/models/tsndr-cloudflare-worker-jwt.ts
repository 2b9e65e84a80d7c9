import { CALLERS_KEY, TIMES_ONLY, tolerance } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, SECONDS, slot, timed } from './model';

/** Release 3 knows `none`; before, it throws. */
const RELEASES = [
  { until: '3.0.0', signsNone: constant(false) },
  { since: '3.0.0', signsNone: constant(true) },
] as const;
/** The third argument is the algorithm, or options with it. */
const ALGORITHM = [arg(2, 'algorithm'), arg(2)] as const;

const CHECKS = {
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  verdict: constant('resolves'),
  ...TIMES_ONLY,
  clockTolerance: tolerance([arg(2, 'clockTolerance')], SECONDS),
} as const;

const THROWS = { where: arg(2, 'throwError'), is: ['true'] } as const;
const ANSWERS = [
  { at: { call: 'verify', arguments: [2, 3], unless: THROWS }, verdict: constant('resolves') },
  { at: { call: 'verify', arguments: [3, 3], when: THROWS }, verdict: constant('rejects') },
] as const;

export const tsndrCloudflareWorkerJwt = {
  package: '@tsndr/cloudflare-worker-jwt',
  source: '@tsndr/cloudflare-worker-jwt@3.2.3, @3.1.2 and @2.5.4 index.js',
  display: 'jwt',
  runsOn: 'server',
  results: [{ path: 'sign()', is: 'credential' }],
  emissions: [
    ...RELEASES.map(
      ({ signsNone, ...band }) =>
        ({
          emits: 'TokenSign',
          at: { call: 'sign', arguments: [2, 3] },
          ...band,
          slots: {
            payload: flow(arg(0)),
            subject: flow([]),
            key: flow(arg(1)),
            algorithm: slot(ALGORITHM, 'HS256'),
            signsNone,
            lifetime: slot(timed(arg(0, 'exp'), EPOCH_SECONDS), 'never'),
          },
        }) as const,
    ),
    // An unsigned token passes whatever the key; a list of algorithms cannot be written here.
    ...ALGORITHM.map(
      (where) =>
        ({
          emits: 'TokenVerify',
          at: { call: 'verify', arguments: [3, 3], when: { where, is: ['none'] } },
          since: '3.0.0',
          slots: {
            key: flow([]),
            algorithms: slot([], ['none']),
            withoutAlgorithms: constant('rejected'),
            unsignedWithoutKey: constant('accepted-if-none-is-listed'),
            ...CHECKS,
          },
        }) as const,
    ),
    ...ANSWERS.map(
      ({ at, verdict }) =>
        ({
          emits: 'TokenVerify',
          at,
          slots: {
            key: flow(arg(1)),
            algorithms: slot(ALGORITHM, ['HS256']),
            withoutAlgorithms: constant('rejected'),
            unsignedWithoutKey: constant('rejected'),
            ...CHECKS,
            verdict,
          },
        }) as const,
    ),
    { emits: 'TokenDecode', at: { call: 'decode', arguments: [1, 1] }, slots: decoding(arg(0), ['payload']) },
  ],
} satisfies LibraryModel;
