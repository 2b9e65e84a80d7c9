import { arg, type LibraryModel, sessionSecret } from './model';

export const cookieSignature = {
  package: 'cookie-signature',
  source: 'cookie-signature@1.2.2 index.js',
  display: 'signature',
  emissions: (['sign', 'unsign'] as const).map((call) => ({
    emits: 'SecretUse',
    at: { call, arguments: [2, 2] },
    slots: sessionSecret(arg(1)),
  })),
} satisfies LibraryModel;
