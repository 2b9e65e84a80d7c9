import { CALLERS_KEY, TIMES_ONLY } from './claimChecks';
import { arg, chain, constant, DATE, flow, type LibraryModel, required, slot, timed } from './model';

const SETTERS = [
  'setClaim',
  'setExpiration',
  'setHeader',
  'setIssuedAt',
  'setIssuer',
  'setJti',
  'setNotBefore',
  'setSigningAlgorithm',
  'setSigningKey',
  'setSubject',
];

const CHECKS = {
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  verdict: constant('throws'),
  callback: flow([arg(3), arg(2), arg(1)]),
  ...TIMES_ONLY,
} as const;
/** An unsigned token passes without a key; a list of algorithms cannot be written here. */
const UNSIGNED = {
  key: flow([]),
  algorithms: slot([], ['none']),
  withoutAlgorithms: constant('rejected'),
  unsignedWithoutKey: constant('accepted-if-none-is-listed'),
  ...CHECKS,
} as const;
const SIGNED = {
  withoutAlgorithms: constant('rejected'),
  unsignedWithoutKey: constant('rejected'),
  ...CHECKS,
} as const;

/** One hour by `create`; what `new Jwt`, or other code, makes is not known. */
const BUILT = [
  { when: { where: chain('create', 0), kinds: ['absent'], otherwise: true }, lifetime: { default: 3600 } },
  { when: { where: chain('create', 0), kinds: ['absent'] }, lifetime: {} },
] as const;

export const njwt = {
  package: 'njwt',
  source: 'njwt@2.0.1 and @1.2.0 index.js',
  display: 'njwt',
  runsOn: 'server',
  types: [
    { name: '#Jwt', display: 'jwt', annotations: ['Jwt'], fluent: SETTERS },
    {
      name: '#Verifier',
      display: 'verifier',
      annotations: ['Verifier'],
      fluent: ['setSigningAlgorithm', 'setSigningKey'],
    },
  ],
  gives: [
    { path: 'create()', type: '#Jwt' },
    { path: 'Jwt()', type: '#Jwt' },
    { path: 'createVerifier()', type: '#Verifier' },
    { path: 'Verifier()', type: '#Verifier' },
  ],
  results: [{ path: '#Jwt.compact()', is: 'credential' }],
  emissions: [
    ...BUILT.map(
      ({ when, lifetime }) =>
        ({
          emits: 'TokenSign',
          at: { call: '#Jwt.compact', arguments: [0, 0], when },
          slots: {
            payload: flow([chain('create', 0), chain('new', 0)]),
            subject: flow(chain('setSubject', 0)),
            key: flow([chain('setSigningKey', 0), chain('create', 1)]),
            signsNone: constant(true),
            algorithm: required([chain('setSigningAlgorithm', 0), chain('create', 2)]),
            lifetime: { where: [timed(chain('setExpiration', 0), DATE)], ...lifetime, whenUndefined: 'never' },
          },
        }) as const,
    ),
    // What is made need not be written out in the same place.
    {
      emits: 'SecretUse',
      at: { call: 'create', arguments: [2, 3] },
      slots: { purpose: constant('token'), value: flow(arg(1)) },
    },
    { emits: 'TokenVerify', at: { call: 'verify', arguments: [1, 1] }, slots: UNSIGNED },
    {
      emits: 'TokenVerify',
      at: { call: 'verify', arguments: [3, 4], when: { where: arg(2), is: ['none'] } },
      slots: UNSIGNED,
    },
    {
      emits: 'TokenVerify',
      at: {
        call: '#Verifier.verify',
        arguments: [1, 2],
        when: { where: chain('setSigningAlgorithm', 0), is: ['none'] },
      },
      slots: UNSIGNED,
    },
    {
      emits: 'TokenVerify',
      // The callback is no key.
      at: { call: 'verify', arguments: [2, 2], when: { where: arg(1), kinds: ['function'] } },
      slots: UNSIGNED,
    },
    {
      emits: 'TokenVerify',
      at: { call: 'verify', arguments: [2, 4], when: { where: arg(1), kinds: ['function'], otherwise: true } },
      slots: { key: flow(arg(1)), algorithms: required(arg(2)), ...SIGNED },
    },
    {
      emits: 'TokenVerify',
      at: { call: '#Verifier.verify', arguments: [1, 2] },
      slots: {
        key: flow(chain('setSigningKey', 0)),
        algorithms: required(chain('setSigningAlgorithm', 0)),
        ...SIGNED,
      },
    },
  ],
} satisfies LibraryModel;
