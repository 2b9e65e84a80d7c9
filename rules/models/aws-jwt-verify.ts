import { decoding } from './decoding';
import { arg, type LibraryModel } from './model';

/** What its verifiers do needs no option; only the look into a token is described. */
export const awsJwtVerify = {
  package: 'aws-jwt-verify',
  modules: ['aws-jwt-verify', 'aws-jwt-verify/jwt'],
  source: 'aws-jwt-verify@5.1.0 dist/cjs/jwt.js (decomposeUnverifiedJwt)',
  display: '',
  emissions: [
    {
      emits: 'TokenDecode',
      at: { call: 'decomposeUnverifiedJwt', in: 'aws-jwt-verify/jwt', arguments: [1, 1] },
      slots: decoding(arg(0), ['payload']),
    },
  ],
} satisfies LibraryModel;
