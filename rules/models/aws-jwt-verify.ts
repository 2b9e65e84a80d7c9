import { CALLERS_KEY, TIMES_ONLY, tolerance } from './claimChecks';
import { decoding } from './decoding';
import { arg, chain, constant, flow, type LibraryModel, SECONDS, slot, type Where } from './model';

/** What is written where the verifier is made, unless the call says otherwise. */
function option(name: string): readonly Where[] {
  return [arg(1, name), chain('create', 0, name)];
}

/** `null` switches a check off; nothing at all throws. A function of one's own may look at anything. */
function checkOf(name: string) {
  return slot([...option('customJwtCheck'), ...option(name)], true);
}

/** A pool and a load balancer are one's own: they sign for nobody else's applications. */
const VERIFIERS = [
  {
    name: 'CognitoJwtVerifier',
    keyOwner: constant('caller'),
    checksIssuer: slot([], true),
    checksAudience: checkOf('clientId'),
  },
  {
    name: 'JwtVerifier',
    keyOwner: constant('provider'),
    checksIssuer: checkOf('issuer'),
    checksAudience: checkOf('audience'),
  },
  {
    name: 'AlbJwtVerifier',
    keyOwner: constant('caller'),
    checksIssuer: checkOf('issuer'),
    checksAudience: checkOf('clientId'),
  },
] as const;

const VERIFIES = [
  { method: 'verify', verdict: constant('rejects') },
  { method: 'verifySync', verdict: constant('throws') },
] as const;

export const awsJwtVerify = {
  package: 'aws-jwt-verify',
  modules: ['aws-jwt-verify', 'aws-jwt-verify/jwt'],
  source:
    'aws-jwt-verify@5.2.1 dist/cjs/jwt.js (decomposeUnverifiedJwt, validateJwtFields), jwt-verifier.js, cognito-verifier.js, alb-verifier.js',
  display: '',
  emissions: [
    ...VERIFIERS.flatMap(({ name, keyOwner, checksIssuer, checksAudience }) =>
      VERIFIES.map(
        ({ method, verdict }) =>
          ({
            emits: 'TokenVerify',
            at: { call: `${name}.create().${method}`, arguments: [1, 2] },
            slots: {
              key: flow([]),
              algorithms: slot([], ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'EdDSA']),
              withoutAlgorithms: constant('rejected'),
              unsignedWithoutKey: constant('rejected'),
              hmacWithPublicKey: constant('rejected'),
              ...CALLERS_KEY,
              keyOwner,
              verdict,
              ...TIMES_ONLY,
              clockTolerance: tolerance(option('graceSeconds'), SECONDS),
              checksIssuer,
              checksAudience,
            },
          }) as const,
      ),
    ),
    {
      emits: 'TokenDecode',
      at: { call: 'decomposeUnverifiedJwt', in: 'aws-jwt-verify/jwt', arguments: [1, 1] },
      slots: decoding(arg(0), ['payload']),
    },
  ],
} satisfies LibraryModel;
