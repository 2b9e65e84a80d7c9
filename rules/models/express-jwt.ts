import { CALLERS_KEY, jsonwebtokenChecks, unless } from './claimChecks';
import { readingRequest } from './decoding';
import { arg, constant, flow, type LibraryModel, slot } from './model';

/** Since release 6, a call without a list throws; since 7.7.8, jsonwebtoken 9 is behind it. */
const HEADER = { withoutAlgorithms: constant('header'), hmacWithPublicKey: constant('accepted') } as const;
const REJECTED = { withoutAlgorithms: constant('rejected'), hmacWithPublicKey: constant('accepted') } as const;
const RELEASES = [
  { call: '', until: '6.0.0', ...HEADER },
  { call: '', since: '6.0.0', ...REJECTED },
  { call: 'expressjwt', since: '7.0.0', until: '7.7.8', ...REJECTED },
  { call: 'expressjwt', since: '7.7.8', ...REJECTED, hmacWithPublicKey: constant('rejected') },
] as const;

export const expressJwt = {
  package: 'express-jwt',
  source: 'express-jwt@8.5.1 and @7.7.8 dist/index.js, @6.1.0 and @5.3.2 lib/index.js (jsonwebtoken 8)',
  display: 'expressjwt',
  emissions: [
    ...(['', 'expressjwt'] as const).map(
      (call) =>
        ({
          emits: 'UrlBuild',
          at: { call, arguments: [1, 1], when: { where: arg(0, 'getToken'), kinds: ['function'] } },
          slots: readingRequest(arg(0, 'getToken')),
        }) as const,
    ),
    ...RELEASES.map(
      ({ call, withoutAlgorithms, hmacWithPublicKey, ...band }) =>
        ({
          emits: 'TokenVerify',
          at: { call, arguments: [1, 1] },
          ...band,
          slots: {
            key: flow(arg(0, 'secret')),
            algorithms: slot(arg(0, 'algorithms'), 'any'),
            withoutAlgorithms,
            // A call without a secret throws, and with one jsonwebtoken asks for a signature.
            unsignedWithoutKey: constant('rejected'),
            hmacWithPublicKey,
            ...CALLERS_KEY,
            verdict: constant('responds'),
            ...jsonwebtokenChecks((name) => [arg(0, name)]),
            // An expired token passes unless this function throws.
            ignoresExpiration: slot([arg(0, 'ignoreExpiration'), arg(0, 'onExpired')], false),
            admitsAnonymous: unless([arg(0, 'credentialsRequired')]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
