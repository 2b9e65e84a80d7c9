import { CALLERS_KEY, jsonwebtokenChecks, unless } from './claimChecks';
import { arg, constant, flow, type LibraryModel, slot } from './model';

const THREE = { since: '3.0.0' } as const;
const OPTIONS = arg(0, 'tokenVerification');

/** What jsonwebtoken 9, which is behind all releases, makes of it. */
const VERIFICATION = {
  withoutAlgorithms: constant('key-text'),
  unsignedWithoutKey: constant('rejected'),
  hmacWithPublicKey: constant('rejected'),
  ...CALLERS_KEY,
  verdict: constant('responds'),
} as const;

/** Options of one's own take the place of all defaults. */
const ALGORITHMS = [
  { when: { where: OPTIONS, kinds: ['absent', 'undefined'] }, algorithms: slot([], ['RS256', 'HS256']) },
  {
    when: { where: OPTIONS, kinds: ['absent', 'undefined'], otherwise: true },
    algorithms: slot(arg(0, 'tokenVerification', 'algorithms'), 'any'),
  },
] as const;

export const graphqlYogaPluginJwt = {
  package: '@graphql-yoga/plugin-jwt',
  source:
    '@graphql-yoga/plugin-jwt@3.18.1 esm/plugin.js, esm/config.js and esm/utils.js, @2.1.2 and @2.6.0 esm/index.js (jsonwebtoken 9)',
  display: 'useJWT',
  runsOn: 'server',
  results: [
    { path: 'createInlineSigningKeyProvider()', is: { argument: 0 } },
    { path: 'createRemoteJwksSigningKeyProvider()', is: { key: 'asymmetric', form: 'set' } },
  ],
  emissions: [
    ...ALGORITHMS.map(
      ({ when, algorithms }) =>
        ({
          emits: 'TokenVerify',
          at: { call: 'useJWT', arguments: [1, 1], when },
          ...THREE,
          slots: {
            ...VERIFICATION,
            key: flow([arg(0, 'signingKeyProviders'), arg(0, 'singingKeyProviders')]),
            algorithms,
            ...jsonwebtokenChecks((name) => [arg(0, 'tokenVerification', name)]),
            admitsAnonymous: unless([arg(0, 'reject', 'missingToken')]),
          },
        }) as const,
    ),
    {
      emits: 'TokenVerify',
      at: { call: 'useJWT', arguments: [1, 1] },
      until: '3.0.0',
      slots: {
        ...VERIFICATION,
        key: flow(arg(0, 'signingKey')),
        algorithms: slot(arg(0, 'algorithms'), ['RS256']),
        ...jsonwebtokenChecks((name) => [arg(0, name)]),
        // Whoever has no token goes on, and no option changes that.
        admitsAnonymous: { where: [] },
      },
    },
  ],
} satisfies LibraryModel;
