import { arg, constant, flow, type LibraryModel, required } from './model';

const LOCAL = ['redux-persist/lib/storage', 'redux-persist/es/storage'];
const SESSION = ['redux-persist/lib/storage/session', 'redux-persist/es/storage/session'];

/** Only its storages, where code writes to them itself: what a reducer holds is not seen. */
export const reduxPersist = {
  package: 'redux-persist',
  modules: ['redux-persist', ...LOCAL, ...SESSION],
  source: 'redux-persist@6.0.0 lib/storage/createWebStorage.js, lib/storage/index.js, lib/storage/session.js',
  display: 'storage',
  storages: [
    ...LOCAL.map((module) => ({ path: '', in: module, area: 'localStorage' }) as const),
    ...SESSION.map((module) => ({ path: '', in: module, area: 'sessionStorage' }) as const),
  ],
  emissions: (
    [
      { area: 'localStorage', modules: LOCAL },
      { area: 'sessionStorage', modules: SESSION },
    ] as const
  ).flatMap(({ area, modules }) =>
    modules.map(
      (module) =>
        ({
          emits: 'ClientStore',
          at: { call: 'setItem', in: module, arguments: [2, 2] },
          slots: { area: constant(area), key: required(arg(0)), value: flow(arg(1)) },
        }) as const,
    ),
  ),
} satisfies LibraryModel;
