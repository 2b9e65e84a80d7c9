import { arg, constant, flow, type LibraryModel, required } from './model';

export const secureLs = {
  package: 'secure-ls',
  source: 'secure-ls@2.0.0 dist/secure-ls.js (constructor, set), secure-ls@1.2.6 dist/secure-ls.js',
  display: 'ls',
  types: [{ name: '#SecureLS', display: 'ls', annotations: [''] }],
  gives: [{ path: '()', type: '#SecureLS' }],
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '#SecureLS.set', arguments: [2, 2] },
      slots: { area: constant('localStorage'), key: required(arg(0)), value: flow(arg(1)) },
    },
  ],
} satisfies LibraryModel;
