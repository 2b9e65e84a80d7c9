import { arg, constant, flow, type LibraryModel, type Where } from './model';

/** How configurations of tokens are called, and the keys in them. */
const NAMESPACES = ['jwt', 'auth'] as const;
const SECRETS = ['secret', 'accessSecret', 'refreshSecret'];

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
  source: '@nestjs/config@12.0.1 dist/config.service.js (get, getOrThrow)',
  display: 'config',
  types: [{ name: '#ConfigService', display: 'config', annotations: ['ConfigService'] }],
  gives: [{ path: 'ConfigService()', type: '#ConfigService' }],
  results: [
    { path: '#ConfigService.get()', is: { environment: 0, fallback: 1 } },
    { path: '#ConfigService.getOrThrow()', is: { environment: 0, fallback: 1 } },
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
