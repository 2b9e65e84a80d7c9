import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { readingRequest } from './decoding';
import { arg, constant, flow, type LibraryModel, slot } from './model';

const RELEASES = [
  { until: '4.0.4', hmacWithPublicKey: constant('accepted') },
  { since: '4.0.4', hmacWithPublicKey: constant('rejected') },
] as const;

export const koaJwt = {
  package: 'koa-jwt',
  source: 'koa-jwt@4.0.4 and @3.6.0 lib/index.js and lib/verify.js; jsonwebtoken 9 since 4.0.4, 8 before',
  display: 'koaJwt',
  emissions: [
    {
      emits: 'UrlBuild',
      at: { call: '', arguments: [1, 1], when: { where: arg(0, 'getToken'), kinds: ['function'] } },
      slots: readingRequest(arg(0, 'getToken')),
    },
    ...RELEASES.map(
      ({ hmacWithPublicKey, ...band }) =>
        ({
          emits: 'TokenVerify',
          at: { call: '', arguments: [1, 1] },
          ...band,
          slots: {
            key: flow(arg(0, 'secret')),
            algorithms: slot(arg(0, 'algorithms'), 'any'),
            // It refuses to go on without a secret, also one that a function gives: what jsonwebtoken 8 would let pass.
            withoutAlgorithms: constant('key-text'),
            unsignedWithoutKey: constant('rejected'),
            hmacWithPublicKey,
            ...CALLERS_KEY,
            verdict: constant('responds'),
            ...jsonwebtokenChecks((name) => [arg(0, name)]),
            admitsAnonymous: slot(arg(0, 'passthrough'), false),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
