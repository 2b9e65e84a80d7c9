import { arg, type LibraryModel, sessionSecret } from './model';

export const hapiIron = {
  package: '@hapi/iron',
  source: '@hapi/iron@7.0.1 lib/index.js (seal, unseal)',
  display: 'Iron',
  emissions: (['seal', 'unseal'] as const).map((call) => ({
    emits: 'SecretUse',
    at: { call, arguments: [2, 3] },
    slots: sessionSecret(arg(1)),
  })),
} satisfies LibraryModel;
