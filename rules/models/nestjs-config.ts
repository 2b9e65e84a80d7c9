import { arg, constant, flow, type LibraryModel, type Where } from './model';

/** How configurations of tokens are called, and the keys in them. */
const NAMESPACES = ['jwt', 'auth'] as const;
const SECRETS = ['secret', 'accessSecret', 'refreshSecret'];

/** What the facts below tell. */
const REPORTED = NAMESPACES.flatMap((namespace) => SECRETS.map((secret) => `${namespace}.${secret}`));

/** What the function in an argument returns, at a path. */
function made(index: number, ...path: readonly string[]): Where {
  return { from: 'factory', index, factory: [], path };
}

function tokenSecret(where: Where) {
  return { purpose: constant('token'), value: flow(where) } as const;
}

/** Variables of the environment, with what stands in for them, and secrets of tokens among what is configured. */
export const nestjsConfig = {
  package: '@nestjs/config',
  source:
    '@nestjs/config@12.0.1 dist/config.service.js (get, getOrThrow), dist/config.module.js (forRoot, forFeature), dist/utils/register-as.util.js and merge-configs.util.js',
  display: 'config',
  types: [{ name: '#ConfigService', display: 'config', annotations: ['ConfigService'] }],
  gives: [{ path: 'ConfigService()', type: '#ConfigService' }],
  results: [
    { path: '#ConfigService.get()', is: { environment: 0, fallback: 1, isOffered: true, reported: REPORTED } },
    // Its second argument is options.
    { path: '#ConfigService.getOrThrow()', is: { environment: 0, isOffered: true, reported: REPORTED } },
    // What `registerAs` gives is a function with a key, by which its result is injected.
    { path: 'registerAs()()', is: { returnedBy: 1 } },
    { path: 'registerAs().KEY', is: { returnedBy: 1 } },
  ],
  offers: [
    { by: 'registerAs', name: 0, value: 1, is: 'returned' },
    { by: 'ConfigModule.forRoot', value: 0, path: ['load'], isList: true, is: 'returned' },
    { by: 'ConfigModule.forFeature', value: 0, is: 'returned' },
  ],
  emissions: [
    ...SECRETS.map(
      (secret) =>
        ({
          emits: 'SecretUse',
          at: { call: 'registerAs', arguments: [2, 2], when: { where: arg(0), is: NAMESPACES } },
          slots: tokenSecret(made(1, secret)),
        }) as const,
    ),
    ...NAMESPACES.map((namespace) => {
      const secret = made(0, namespace, 'secret');
      return {
        emits: 'SecretUse',
        at: {
          call: 'ConfigModule.forRoot',
          arguments: [1, 1],
          listed: arg(0, 'load'),
          when: { where: secret, kinds: ['absent', 'undefined'], otherwise: true },
        },
        slots: tokenSecret(secret),
      } as const;
    }),
  ],
} satisfies LibraryModel;
