import { arg, constant, flow, type LibraryModel, required } from './model';

export const store = {
  package: 'store',
  modules: [
    'store',
    'store/dist/store.everything',
    'store/dist/store.everything.min',
    'store/dist/store.legacy',
    'store/dist/store.legacy.min',
    'store/dist/store.modern',
    'store/dist/store.modern.min',
  ],
  source:
    'store@2.0.12 src/store-engine.js (set), storages/all.js (localStorage first), dist/store.modern.js, ' +
    'plugins/expire.js, store@1.3.20 store.js',
  display: 'store',
  types: [{ name: '#Store', display: 'store' }],
  gives: [
    { path: 'namespace()', type: '#Store' },
    { path: '#Store.namespace()', type: '#Store' },
  ],
  emissions: (['set', '#Store.set'] as const).map(
    (call) =>
      ({
        emits: 'ClientStore',
        at: { call, arguments: [2, 3] },
        slots: { area: constant('localStorage'), key: required(arg(0)), value: flow(arg(1)) },
      }) as const,
  ),
} satisfies LibraryModel;
