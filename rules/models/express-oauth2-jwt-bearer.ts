import { CALLERS_KEY, TIMES_ONLY, tolerance } from './claimChecks';
import { arg, constant, flow, type LibraryModel, required, SECONDS, slot } from './model';

/** It starts with an audience only, given or in the environment, and looks at `aud`, `iss` and `exp` in any case. */
export const expressOauth2JwtBearer = {
  package: 'express-oauth2-jwt-bearer',
  source: 'express-oauth2-jwt-bearer@1.6.0 dist/index.js (auth, jwtVerifier, defaultValidators)',
  display: '',
  runsOn: 'server',
  emissions: [
    {
      emits: 'TokenVerify',
      at: { call: 'auth', arguments: [1, 1] },
      slots: {
        key: flow(arg(0, 'secret')),
        // With a secret it has to be one of HMAC; with a key set, what the issuer publishes counts.
        algorithms: required(arg(0, 'tokenSigningAlg')),
        withoutAlgorithms: constant('rejected'),
        unsignedWithoutKey: constant('rejected'),
        hmacWithPublicKey: constant('rejected'),
        ...CALLERS_KEY,
        admitsAnonymous: { ...slot(arg(0, 'authRequired'), false), spelled: { true: false, false: true } },
        verdict: constant('responds'),
        ...TIMES_ONLY,
        clockTolerance: { ...tolerance([arg(0, 'clockTolerance')], SECONDS), default: 5 },
        checksIssuer: slot([], true),
        checksAudience: slot([], true),
      },
    },
  ],
} satisfies LibraryModel;
