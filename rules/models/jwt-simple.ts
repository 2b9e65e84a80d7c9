import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { decodingUnchecked } from './decoding';
import { arg, constant, EPOCH_SECONDS, flow, type LibraryModel, required, slot, timed } from './model';

/** `noVerify` is written out: any text counts as true, the name of an algorithm and `'false'` too. */
const CHECKED = { where: arg(2), kinds: ['falsy'] } as const;
const UNCHECKED = { where: arg(2), kinds: ['truthy'] } as const;
const BANDS = [
  { until: '0.5.3', withoutAlgorithms: constant('header') },
  // A text with BEGIN PUBLIC KEY is for RS256; any other, a certificate too, for what the header says.
  { since: '0.5.3', withoutAlgorithms: constant('key-text') },
] as const;

/** A public key's text is as good a secret as any, where the list, or the header, says so. */
const CHECKS = {
  hmacWithPublicKey: constant('accepted'),
  ...CALLERS_KEY,
  verdict: constant('throws'),
  ...TIMES_ONLY,
} as const;

export const jwtSimple = {
  package: 'jwt-simple',
  source: 'jwt-simple@0.5.6 and @0.5.2 lib/jwt.js',
  display: 'jwt',
  runsOn: 'server',
  results: [{ path: 'encode()', is: 'credential' }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: 'encode', arguments: [2, 4] },
      slots: {
        payload: flow(arg(0)),
        subject: flow([]),
        key: flow(arg(1)),
        // `options.header.alg` is written into the token, but signs nothing.
        algorithm: slot(arg(2), 'HS256'),
        signsNone: constant(false),
        lifetime: slot(timed(arg(0, 'exp'), EPOCH_SECONDS), 'never'),
      },
    },
    ...BANDS.flatMap(({ withoutAlgorithms, ...band }) => [
      ...[
        { call: 'decode', arguments: [2, 2] } as const,
        { call: 'decode', arguments: [3, 3], when: CHECKED } as const,
      ].map(
        (at) =>
          ({
            emits: 'TokenVerify',
            at,
            ...band,
            slots: {
              key: flow(arg(1)),
              algorithms: slot([], 'any'),
              withoutAlgorithms,
              unsignedWithoutKey: constant('rejected'),
              ...CHECKS,
            },
          }) as const,
      ),
      {
        emits: 'TokenVerify',
        at: { call: 'decode', arguments: [4, 4], when: CHECKED },
        ...band,
        slots: {
          key: flow(arg(1)),
          algorithms: required(arg(3)),
          withoutAlgorithms,
          unsignedWithoutKey: constant('rejected'),
          ...CHECKS,
        },
      } as const,
    ]),
    {
      emits: 'TokenDecode',
      at: { call: 'decode', arguments: [3, 4], when: UNCHECKED },
      slots: decodingUnchecked(arg(0), []),
    },
  ],
} satisfies LibraryModel;
