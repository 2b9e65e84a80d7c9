import { arg, constant, flow, type LibraryModel } from './model';

export const cookieParser = {
  package: 'cookie-parser',
  source: 'cookie-parser@1.4.7 index.js',
  display: 'cookieParser',
  emissions: [
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [1, 2] },
      slots: { purpose: constant('session'), value: flow(arg(0)) },
    },
  ],
} satisfies LibraryModel;
