import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { readingRequest } from './decoding';
import { arg, constant, flow, type LibraryModel, required, slot } from './model';

const BANDS = [
  { until: '4.0.1', withoutAlgorithms: constant('header'), hmacWithPublicKey: constant('accepted') },
  { since: '4.0.1', withoutAlgorithms: constant('key-text'), hmacWithPublicKey: constant('rejected') },
] as const;

/** In `jsonWebTokenOptions` these are overwritten, even by nothing. */
const OWN_OPTIONS = new Set(['ignoreExpiration', 'issuer', 'audience']);

export const passportJwt = {
  package: 'passport-jwt',
  source: 'passport-jwt@4.0.1 lib/strategy.js, lib/extract_jwt.js; jsonwebtoken 9 since 4.0.1, 8 before',
  display: '',
  emissions: [
    {
      emits: 'UrlBuild',
      at: { call: 'ExtractJwt.fromUrlQueryParameter', arguments: [1, 1] },
      slots: { use: constant('reader'), parameter: required(arg(0)), value: flow([]) },
    },
    {
      emits: 'UrlBuild',
      at: { call: 'ExtractJwt.versionOneCompatibility', arguments: [1, 1] },
      slots: {
        use: constant('reader'),
        parameter: slot(arg(0, 'tokenQueryParameterName'), 'auth_token'),
        value: flow([]),
      },
    },
    {
      emits: 'UrlBuild',
      at: { call: 'Strategy', arguments: [1, 2], when: { where: arg(0, 'jwtFromRequest'), kinds: ['function'] } },
      slots: readingRequest(arg(0, 'jwtFromRequest')),
    },
    ...BANDS.map(
      ({ withoutAlgorithms, hmacWithPublicKey, ...band }) =>
        ({
          emits: 'TokenVerify',
          at: { call: 'Strategy', arguments: [1, 2] },
          ...band,
          slots: {
            key: flow([arg(0, 'secretOrKey'), arg(0, 'secretOrKeyProvider')]),
            // Those in `jsonWebTokenOptions` are overwritten, even by nothing.
            algorithms: slot(arg(0, 'algorithms'), 'any'),
            withoutAlgorithms,
            unsignedWithoutKey: constant('rejected'),
            hmacWithPublicKey,
            ...CALLERS_KEY,
            verdict: constant('responds'),
            ...jsonwebtokenChecks((name) => [arg(0, ...(OWN_OPTIONS.has(name) ? [] : ['jsonWebTokenOptions']), name)]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
