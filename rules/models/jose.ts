import { CALLERS_KEY, joseChecks, SIGNATURE_ONLY } from './claimChecks';
import { decoding, decodingHeader } from './decoding';
import { joseClassic } from './joseClassic';
import {
  arg,
  chain,
  constant,
  EPOCH_SECONDS,
  encrypted,
  flow,
  JOSE_TIME,
  type LibraryModel,
  required,
  slot,
  timed,
} from './model';

const CLAIM_SETTERS = [
  'setAudience',
  'setExpirationTime',
  'setIssuedAt',
  'setIssuer',
  'setJti',
  'setNotBefore',
  'setProtectedHeader',
  'setSubject',
];

/** What makes tokens, each by the module that release 3 exports it from by default. */
const BUILDERS = [
  {
    in: 'jose/jwt/sign',
    name: 'SignJWT',
    fluent: CLAIM_SETTERS,
  },
  {
    in: 'jose/jwt/encrypt',
    name: 'EncryptJWT',
    fluent: [
      ...CLAIM_SETTERS,
      'replicateAudienceAsHeader',
      'replicateIssuerAsHeader',
      'replicateSubjectAsHeader',
      'setContentEncryptionKey',
      'setInitializationVector',
      'setKeyManagementParameters',
    ],
  },
  { in: 'jose/jwt/unsecured', name: 'UnsecuredJWT', fluent: CLAIM_SETTERS },
  { in: 'jose/jws/compact/sign', name: 'CompactSign', fluent: ['setProtectedHeader'] },
  { in: 'jose/jws/flattened/sign', name: 'FlattenedSign', fluent: ['setProtectedHeader', 'setUnprotectedHeader'] },
] as const;

/** Of the signature alone. */
const SIGNATURE_VERIFIERS = [
  { in: 'jose/jws/compact/verify', name: 'compactVerify' },
  { in: 'jose/jws/flattened/verify', name: 'flattenedVerify' },
  { in: 'jose/jws/general/verify', name: 'generalVerify' },
] as const;

/** A call by its name, and by the default export of its own module. */
function eitherWay<const M extends string, const N extends string>(module: M, name: N) {
  return [{ call: name }, { call: '', in: module }] as const;
}

/** How long the token of a builder lives. */
const BUILDER_LIFETIME = slot(
  [timed(chain('setExpirationTime', 0), JOSE_TIME), timed(chain('new', 0, 'exp'), EPOCH_SECONDS)],
  'never',
);
/** What all verifications say of the signature. */
const VERIFICATION = {
  key: flow(arg(1)),
  algorithms: slot(arg(2, 'algorithms'), 'any'),
  withoutAlgorithms: constant('key-type'),
  unsignedWithoutKey: constant('rejected'),
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  verdict: constant('rejects'),
} as const;

export const jose = {
  package: 'jose',
  modules: [
    'jose',
    ...BUILDERS.map((one) => one.in),
    ...SIGNATURE_VERIFIERS.map((one) => one.in),
    'jose/jwt/verify',
    'jose/jwt/decrypt',
    'jose/jwt/decode',
    'jose/jwks/remote',
    'jose/jwks/local',
    'jose/jwk/embedded',
    'jose/jwk/parse',
    'jose/key/import',
    'jose/decode/protected_header',
    'jose/util/decode_protected_header',
  ],
  source:
    'jose@6.2.17 dist/webapi/jwt/*.js, jose@5.10.0 dist/node/esm/jwt/*.js, jose@4.15.9 dist/node/cjs/jwt/*.js, jose@3.20.4 dist/node/esm/**/*.js, jose@2.0.7 and @1.28.2 lib/jwt/*.js',
  display: 'jose',
  types: BUILDERS.map(({ name, fluent }) => ({ name: `#${name}`, display: name, annotations: [name], fluent })),
  gives: BUILDERS.flatMap(({ in: module, name }) => [
    { path: `${name}()`, type: `#${name}` },
    { path: '()', in: module, type: `#${name}` },
  ]),
  results: [
    { path: '#SignJWT.sign()', is: 'credential' },
    { path: '#EncryptJWT.encrypt()', is: 'credential' },
    { path: '#UnsecuredJWT.encode()', is: 'credential' },
    { path: 'createRemoteJWKSet()', is: { key: 'asymmetric', form: 'set' } },
    { path: '()', in: 'jose/jwks/remote', is: { key: 'asymmetric', form: 'set' } },
    { path: 'createLocalJWKSet()', is: { key: 'asymmetric', form: 'local-set' } },
    { path: 'EmbeddedJWK', is: { key: 'asymmetric', form: 'embedded' } },
    { path: '', in: 'jose/jwk/embedded', is: { key: 'asymmetric', form: 'embedded' } },
    { path: 'importSPKI()', is: { key: 'asymmetric', form: 'single' } },
    { path: 'importX509()', is: { key: 'asymmetric', form: 'single' } },
    { path: 'importPKCS8()', is: { argument: 0 } },
    { path: 'importJWK()', is: { argument: 0, path: ['k'] } },
    { path: 'parseJwk()', is: { argument: 0, path: ['k'] } },
    { path: '()', in: 'jose/jwk/parse', is: { argument: 0, path: ['k'] } },
    { path: 'base64url.decode()', is: { argument: 0 } },
    ...joseClassic.results,
  ],
  emissions: [
    ...joseClassic.emissions,
    {
      emits: 'TokenSign',
      at: { call: '#SignJWT.sign', arguments: [1, 2] },
      slots: {
        payload: flow(chain('new', 0)),
        subject: flow(chain('setSubject', 0)),
        key: flow(arg(0)),
        algorithm: { where: [chain('setProtectedHeader', 0, 'alg')] },
        signsNone: constant(false),
        lifetime: BUILDER_LIFETIME,
      },
    },
    {
      emits: 'TokenSign',
      at: { call: '#UnsecuredJWT.encode', arguments: [0, 0] },
      slots: {
        payload: flow(chain('new', 0)),
        subject: flow(chain('setSubject', 0)),
        key: flow([]),
        algorithm: slot([], 'none'),
        signsNone: constant(true),
        lifetime: BUILDER_LIFETIME,
      },
    },
    {
      emits: 'TokenSign',
      at: { call: '#EncryptJWT.encrypt', arguments: [1, 2] },
      slots: {
        payload: encrypted(chain('new', 0)),
        subject: flow(chain('setSubject', 0)),
        key: flow(arg(0)),
        algorithm: { where: [chain('setProtectedHeader', 0, 'alg')] },
        signsNone: constant(false),
        lifetime: BUILDER_LIFETIME,
      },
    },
    ...(['#CompactSign.sign', '#FlattenedSign.sign'] as const).map(
      (call) =>
        ({
          emits: 'TokenSign',
          at: { call, arguments: [1, 2] },
          slots: {
            // Bytes, which need not be claims.
            payload: flow([]),
            subject: flow([]),
            key: flow(arg(0)),
            algorithm: { where: [chain('setProtectedHeader', 0, 'alg')] },
            signsNone: constant(false),
            lifetime: required([]),
          },
        }) as const,
    ),
    ...eitherWay('jose/jwt/verify', 'jwtVerify').map(
      (at) =>
        ({
          emits: 'TokenVerify',
          at: { ...at, arguments: [2, 3] },
          slots: { ...VERIFICATION, ...joseChecks((name) => [arg(2, name)]) },
        }) as const,
    ),
    // Who can encrypt has the key; the algorithm is the one that the key is for.
    ...eitherWay('jose/jwt/decrypt', 'jwtDecrypt').map(
      (at) =>
        ({
          emits: 'TokenVerify',
          at: { ...at, arguments: [2, 3] },
          slots: {
            ...VERIFICATION,
            algorithms: required(arg(2, 'keyManagementAlgorithms')),
            withoutAlgorithms: constant('rejected'),
            ...joseChecks((name) => [arg(2, name)]),
          },
        }) as const,
    ),
    ...SIGNATURE_VERIFIERS.flatMap(({ in: module, name }) => eitherWay(module, name)).map(
      (at) =>
        ({
          emits: 'TokenVerify',
          at: { ...at, arguments: [2, 3] },
          slots: { ...VERIFICATION, ...SIGNATURE_ONLY },
        }) as const,
    ),
    {
      emits: 'TokenVerify',
      at: { call: 'UnsecuredJWT.decode', arguments: [1, 2] },
      slots: {
        key: flow([]),
        algorithms: slot([], ['none']),
        withoutAlgorithms: constant('header'),
        unsignedWithoutKey: constant('accepted'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        verdict: constant('throws'),
        ...joseChecks((name) => [arg(1, name)]),
      },
    },
    { emits: 'TokenDecode', at: { call: 'decodeJwt', arguments: [1, 1] }, slots: decoding(arg(0), []) },
    { emits: 'TokenDecode', at: { call: 'decodeProtectedHeader', arguments: [1, 1] }, slots: decodingHeader() },
    {
      emits: 'TokenDecode',
      at: { call: '', in: 'jose/util/decode_protected_header', arguments: [1, 1] },
      slots: decodingHeader(),
    },
  ],
} satisfies LibraryModel;
