import { CALLERS_KEY, jsonwebtokenChecks } from './claimChecks';
import { claimsHandedTo } from './decoding';
import { arg, constant, flow, type LibraryModel, slot } from './model';

const WITHOUT_OWN_CHECK = { where: arg(2, 'verify'), kinds: ['function'], otherwise: true } as const;
/** `validate` comes first: the signature is checked before it. */
const WITH_OWN_CHECK = [
  { where: arg(2, 'verify'), kinds: ['function'] },
  { where: arg(2, 'validate'), kinds: ['absent', 'undefined'] },
] as const;
const OF_SCHEME = { where: arg(1), is: ['jwt'] } as const;

/** The scheme is named by a text, which other plugins use too: both ends say that the project has this one. */
const BANDS = [
  {
    since: '8.0.0',
    until: '10.4.0',
    withoutAlgorithms: constant('header'),
    unsignedWithoutKey: constant('accepted'),
    hmacWithPublicKey: constant('accepted'),
  },
  {
    since: '10.4.0',
    until: '12.0.0',
    withoutAlgorithms: constant('key-text'),
    unsignedWithoutKey: constant('accepted-if-none-is-listed'),
    hmacWithPublicKey: constant('rejected'),
  },
] as const;

export const hapiAuthJwt2 = {
  package: 'hapi-auth-jwt2',
  runsOn: 'server',
  source: 'hapi-auth-jwt2@11.0.0 lib/index.cjs and @10.7.0 lib/index.js; jsonwebtoken 9 since 10.4.0, 8 before',
  display: '',
  emissions: [
    {
      emits: 'TokenDecode',
      at: { method: 'strategy', arguments: [3, 3], when: { all: [OF_SCHEME, ...WITH_OWN_CHECK] } },
      since: '8.0.0',
      until: '12.0.0',
      slots: claimsHandedTo(arg(2, 'verify'), []),
    },
    {
      emits: 'UrlBuild',
      at: { method: 'strategy', arguments: [3, 3], when: OF_SCHEME },
      since: '8.0.0',
      until: '12.0.0',
      slots: { use: constant('reader'), parameter: slot(arg(2, 'urlKey'), 'token'), value: flow([]) },
    },
    ...BANDS.map(
      ({ withoutAlgorithms, unsignedWithoutKey, hmacWithPublicKey, ...band }) =>
        ({
          emits: 'TokenVerify',
          // With `verify`, nothing but that function looks at the token.
          at: { method: 'strategy', arguments: [3, 3], when: { all: [OF_SCHEME, WITHOUT_OWN_CHECK] } },
          ...band,
          slots: {
            key: flow(arg(2, 'key')),
            // A function of one's own, `verify`, does all of it.
            algorithms: slot([arg(2, 'verifyOptions', 'algorithms'), arg(2, 'verify')], 'any'),
            withoutAlgorithms,
            unsignedWithoutKey,
            hmacWithPublicKey,
            ...CALLERS_KEY,
            verdict: constant('responds'),
            ...jsonwebtokenChecks((name) => [arg(2, 'verifyOptions', name)]),
          },
        }) as const,
    ),
  ],
} satisfies LibraryModel;
