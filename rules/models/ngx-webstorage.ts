import { keptBy, keptIn } from './keptIn';
import { arg, decorated, type LibraryModel } from './model';

const SERVICES = [
  { name: 'LocalStorageService', decorator: 'LocalStorage', area: 'localStorage' },
  { name: 'SessionStorageService', decorator: 'SessionStorage', area: 'sessionStorage' },
] as const;
/** Without a key, the member's own name is one. */
const KEYS = [
  { arguments: [0, 0], named: decorated },
  { arguments: [1, 2], named: arg(0) },
] as const;

export const ngxWebstorage = {
  package: 'ngx-webstorage',
  modules: ['ngx-webstorage', 'ng2-webstorage'],
  source:
    'ngx-webstorage@21.0.1 fesm2022/ngx-webstorage.mjs (SyncStorage.store, LocalStorageService, DecoratorBuilder)',
  display: 'storage',
  types: SERVICES.map(({ name }) => ({ name: `#${name}`, display: 'storage', annotations: [name] })),
  emissions: SERVICES.flatMap(({ name, decorator, area }) => [
    keptBy(`#${name}.store`, area),
    ...KEYS.map(
      ({ named, ...at }) =>
        ({
          emits: 'ClientStore',
          at: { call: decorator, ...at },
          doesMore: true,
          // What is assigned to the member.
          stateOf: { named },
          slots: keptIn(area, [], named),
        }) as const,
    ),
  ]),
} satisfies LibraryModel;
