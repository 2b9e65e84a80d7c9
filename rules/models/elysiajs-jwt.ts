import { CALLERS_KEY, joseChecks } from './claimChecks';
import {
  arg,
  constant,
  flow,
  JOSE_TIME,
  type LibraryModel,
  registered,
  required,
  slot,
  timed,
  type Where,
} from './model';

const SIGN = {
  payload: flow(arg(0)),
  subject: flow([]),
  key: flow(registered('secret')),
  signsNone: constant(false),
  algorithm: slot(registered('alg'), 'HS256'),
} as const;

/** What `sign` makes of it is not known: several plugins may be registered, under names of their own. */
const PLUGIN_EXPIRY = registered('exp');

/** The options of jose are taken since 1.3.3. */
const VERIFIES = [
  { until: '1.3.3', optionsAt: (): readonly Where[] => [] },
  { since: '1.3.3', optionsAt: (name: string): readonly Where[] => [arg(1, name)] },
] as const;

export const elysiajsJwt = {
  package: '@elysiajs/jwt',
  source: '@elysiajs/jwt@1.4.2, @1.4.0, @1.3.3, @1.3.2, @1.3.1, @1.2.0 and @1.1.0 dist/index.mjs, @0.8.0 dist/index.js',
  display: 'jwt',
  types: [{ name: '#Jwt', display: 'jwt' }],
  gives: [
    // The named export is the default one.
    { path: 'jwt', type: '' },
    { path: '#Context.jwt', in: 'elysia', type: '#Jwt' },
  ],
  results: [{ path: '#Jwt.sign()', is: 'credential' }],
  registrations: [{ at: { call: 'jwt' }, options: arg(0) }],
  emissions: [
    {
      emits: 'TokenSign',
      at: { call: '#Jwt.sign', arguments: [1, 1] },
      until: '1.3.1',
      // Before, an expiry that was handed to `sign` was thrown away.
      slots: { ...SIGN, lifetime: slot(PLUGIN_EXPIRY, 'never') },
    },
    {
      emits: 'TokenSign',
      at: { call: '#Jwt.sign', arguments: [1, 1] },
      since: '1.3.1',
      slots: { ...SIGN, lifetime: slot([timed(arg(0, 'exp'), JOSE_TIME), PLUGIN_EXPIRY], 'never') },
    },
    ...VERIFIES.map(
      ({ optionsAt, ...band }) =>
        ({
          emits: 'TokenVerify',
          at: { call: '#Jwt.verify', arguments: [1, 2] },
          ...band,
          slots: {
            key: flow(registered('secret')),
            algorithms: slot(optionsAt('algorithms'), 'any'),
            withoutAlgorithms: constant('key-type'),
            unsignedWithoutKey: constant('rejected'),
            hmacWithPublicKey: constant('rejected'),
            ...CALLERS_KEY,
            verdict: constant('resolves'),
            ...joseChecks(optionsAt),
          },
        }) as const,
    ),
    {
      // Of the plugin's own expiry, it is known that a number is a point in time.
      emits: 'TokenSign',
      at: { call: '', arguments: [1, 1], when: { where: arg(0, 'exp'), kinds: ['literal'] } },
      slots: {
        payload: flow([]),
        subject: flow([]),
        key: flow([]),
        algorithm: slot(arg(0, 'alg'), 'HS256'),
        signsNone: constant(false),
        lifetime: required(timed(arg(0, 'exp'), JOSE_TIME)),
      },
    },
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 1] },
      slots: { purpose: constant('token'), value: flow(arg(0, 'secret')) },
    },
  ],
} satisfies LibraryModel;
