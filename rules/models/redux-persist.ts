import { keptIn } from './keptIn';
import { arg, constant, flow, type LibraryModel, required } from './model';

const LOCAL = ['redux-persist/lib/storage', 'redux-persist/es/storage'];
const SESSION = ['redux-persist/lib/storage/session', 'redux-persist/es/storage/session'];

const WEB = ['lib', 'es'].map((folder) => `redux-persist/${folder}/storage/createWebStorage`);
const AREAS = ['localStorage', 'sessionStorage', 'indexedDB', 'device'] as const;
const REDUCERS = (
  [
    { name: 'persistReducer', holds: undefined },
    { name: 'persistCombineReducers', holds: 'reducers' },
  ] as const
).flatMap(({ name, holds }) =>
  [
    { call: name, in: 'redux-persist' },
    ...['lib', 'es'].map((folder) => ({ call: '', in: `redux-persist/${folder}/${name}` })),
  ].map((one) => ({ ...one, state: holds === undefined ? {} : { holds } })),
);

/** What the state of reducers is, and what is written to its storages by hand. */
export const reduxPersist = {
  package: 'redux-persist',
  modules: [...REDUCERS.map((one) => one.in), ...LOCAL, ...SESSION, ...WEB],
  source:
    'redux-persist@6.0.0 lib/persistReducer.js, lib/persistCombineReducers.js, lib/createPersistoid.js (whitelist, blacklist, transforms, serialize), ' +
    'lib/storage/createWebStorage.js, lib/storage/index.js, lib/storage/session.js',
  display: 'storage',
  storages: [
    ...LOCAL.map((module) => ({ path: '', in: module, area: 'localStorage' }) as const),
    ...SESSION.map((module) => ({ path: '', in: module, area: 'sessionStorage' }) as const),
    ...WEB.flatMap((module) => [
      { path: '()', in: module, named: 'local', area: 'localStorage' } as const,
      { path: '()', in: module, named: 'session', area: 'sessionStorage' } as const,
    ]),
  ],
  emissions: [
    ...AREAS.flatMap((area) =>
      REDUCERS.map(
        ({ state, ...at }) =>
          ({
            emits: 'ClientStore',
            at: {
              ...at,
              arguments: [2, 2],
              // Transforms may encrypt.
              when: { storage: [arg(0, 'storage')], area, absent: [arg(0, 'transforms'), arg(0, 'serialize')] },
            },
            doesMore: true,
            stateOf: { reducer: arg(1), ...state, only: [arg(0, 'whitelist')], except: [arg(0, 'blacklist')] },
            slots: keptIn(area, [], arg(0, 'storage')),
          }) as const,
      ),
    ),
    ...(
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
  ],
} satisfies LibraryModel;
