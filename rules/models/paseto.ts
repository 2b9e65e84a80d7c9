import type { Unit } from '../facts/schema/settings';
import { CALLERS_KEY, joseChecks, jsonwebtokenChecks, tolerance } from './claimChecks';
import { decoding } from './decoding';
import { arg, constant, DATE, encrypted, flow, type LibraryModel, required, SECONDS, slot, timed } from './model';

/** Texts as jose reads them; numbers throw. */
const PASETO_TIME: Unit = { number: 'invalid', text: 'jose' };

const SIGNS = ['V1.sign', 'V1.encrypt', 'V2.sign', 'V3.sign', 'V3.encrypt', 'V4.sign'] as const;
const VERIFIES = ['V1.verify', 'V1.decrypt', 'V2.verify', 'V3.verify', 'V3.decrypt', 'V4.verify'] as const;
/** Since release 4 protocols are put together from what they can do. */
const PROTOCOL_SIGNS = ['#PublicProtocol.Sign', '#LocalProtocol.Encrypt'] as const;
const PROTOCOL_VERIFIES = ['#PublicProtocol.Verify', '#LocalProtocol.Decrypt'] as const;

/** The version and the purpose of a token say how it is signed. */
const BY_VERSION = {
  withoutAlgorithms: constant('rejected'),
  unsignedWithoutKey: constant('rejected'),
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  verdict: constant('rejects'),
} as const;

export const paseto = {
  package: 'paseto',
  source: 'paseto@3.1.4 lib/help/apply_options.js and lib/help/ms.js, paseto@4.0.1 index.js (expiresIn, nonExpiring)',
  display: 'paseto',
  runsOn: 'server',
  types: [
    { name: '#PublicProtocol', display: 'paseto', annotations: ['PublicProtocol'] },
    { name: '#LocalProtocol', display: 'paseto', annotations: ['LocalProtocol'] },
  ],
  gives: [
    { path: 'PublicProtocol()', type: '#PublicProtocol' },
    { path: 'LocalProtocol()', type: '#LocalProtocol' },
  ],
  results: [...SIGNS, ...PROTOCOL_SIGNS].map((call) => ({ path: `${call}()`, is: 'credential' }) as const),
  emissions: [
    ...SIGNS.map(
      (call) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [2, 3] },
          slots: {
            payload: /encrypt/i.test(call) ? encrypted(arg(0)) : flow(arg(0)),
            subject: flow(arg(2, 'subject')),
            key: flow(arg(1)),
            algorithm: required([]),
            signsNone: constant(false),
            lifetime: slot([timed(arg(2, 'expiresIn'), PASETO_TIME), timed(arg(0, 'exp'), DATE)], 'never'),
          },
        }) as const,
    ),
    ...VERIFIES.map(
      (call) =>
        ({
          emits: 'TokenVerify',
          at: { call, arguments: [2, 3] },
          slots: {
            key: flow(arg(1)),
            algorithms: required([]),
            ...BY_VERSION,
            ...jsonwebtokenChecks((name) => [arg(2, name)]),
            ignoresExpiration: slot(arg(2, 'ignoreExp'), false),
            ignoresNotBefore: slot(arg(2, 'ignoreNbf'), false),
            clockTolerance: tolerance([arg(2, 'clockTolerance')], PASETO_TIME),
          },
        }) as const,
    ),
    ...PROTOCOL_SIGNS.flatMap((call) => [
      {
        emits: 'TokenSign',
        at: { call, arguments: [2, 3] },
        slots: {
          payload: /encrypt/i.test(call) ? encrypted(arg(1)) : flow(arg(1)),
          subject: flow([]),
          key: flow(arg(0)),
          algorithm: required([]),
          signsNone: constant(false),
          // An hour, unless the claims have an end or `nonExpiring` takes it away.
          lifetime: required(timed(arg(2, 'expiresIn'), SECONDS)),
        },
      } as const,
      {
        emits: 'TokenSign',
        at: { call, arguments: [3, 3], when: { where: arg(2, 'nonExpiring'), is: ['true'] } },
        slots: {
          payload: /encrypt/i.test(call) ? encrypted(arg(1)) : flow(arg(1)),
          subject: flow([]),
          key: flow([]),
          algorithm: required([]),
          signsNone: constant(false),
          lifetime: slot([], 'never'),
        },
      } as const,
    ]),
    ...PROTOCOL_VERIFIES.map(
      (call) =>
        ({
          emits: 'TokenVerify',
          at: { call, arguments: [2, 3] },
          slots: {
            key: flow(arg(0)),
            algorithms: required([]),
            ...BY_VERSION,
            ...joseChecks((name) => [arg(2, name)]),
            clockTolerance: tolerance([arg(2, 'clockTolerance')], SECONDS),
          },
        }) as const,
    ),
    { emits: 'TokenDecode', at: { call: 'decode', arguments: [1, 1] }, slots: decoding(arg(0), ['payload']) },
  ],
} satisfies LibraryModel;
