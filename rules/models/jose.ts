import { CALLERS_KEY, joseChecks, SIGNATURE_ONLY } from './claimChecks';
import { decoding, decodingHeader } from './decoding';
import { joseClassic } from './joseClassic';
import { arg, chain, constant, EPOCH_SECONDS, flow, JOSE_TIME, type LibraryModel, slot, timed } from './model';

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
    'jose/jwt/sign',
    'jose/jwt/verify',
    'jose/jwt/unsecured',
    'jose/jwt/decode',
    'jose/jwks/remote',
    'jose/key/import',
  ],
  source:
    'jose@6.2.17 dist/webapi/jwt/*.js, jose@5.10.0 dist/node/esm/jwt/*.js, jose@4.15.9 dist/node/cjs/jwt/*.js, jose@2.0.7 and @1.28.2 lib/jwt/*.js',
  display: 'jose',
  types: [
    { name: '#SignJWT', display: 'SignJWT', annotations: ['SignJWT'], fluent: CLAIM_SETTERS },
    { name: '#UnsecuredJWT', display: 'UnsecuredJWT', annotations: ['UnsecuredJWT'], fluent: CLAIM_SETTERS },
  ],
  gives: [
    { path: 'SignJWT()', type: '#SignJWT' },
    { path: 'UnsecuredJWT()', type: '#UnsecuredJWT' },
  ],
  results: [
    { path: '#SignJWT.sign()', is: 'credential' },
    { path: '#UnsecuredJWT.encode()', is: 'credential' },
    { path: 'createRemoteJWKSet()', is: { key: 'asymmetric', form: 'set' } },
    { path: 'createLocalJWKSet()', is: { key: 'asymmetric', form: 'local-set' } },
    { path: 'EmbeddedJWK', is: { key: 'asymmetric', form: 'embedded' } },
    { path: 'importSPKI()', is: { key: 'asymmetric', form: 'single' } },
    { path: 'importX509()', is: { key: 'asymmetric', form: 'single' } },
    { path: 'importPKCS8()', is: { argument: 0 } },
    { path: 'importJWK()', is: { argument: 0, path: ['k'] } },
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
      emits: 'TokenVerify',
      at: { call: 'jwtVerify', arguments: [2, 3] },
      slots: {
        ...VERIFICATION,
        ...joseChecks((name) => [arg(2, name)]),
      },
    },
    {
      emits: 'TokenVerify',
      at: { call: 'compactVerify', arguments: [2, 3] },
      slots: {
        ...VERIFICATION,
        ...SIGNATURE_ONLY,
      },
    },
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
  ],
} satisfies LibraryModel;
