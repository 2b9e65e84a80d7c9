import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const SERVICES = [
  { name: 'LocalStorageService', area: 'localStorage' },
  { name: 'SessionStorageService', area: 'sessionStorage' },
] as const;

export const ngxWebstorage = {
  package: 'ngx-webstorage',
  modules: ['ngx-webstorage', 'ng2-webstorage'],
  source: 'ngx-webstorage@21.0.1 fesm2022/ngx-webstorage.mjs (SyncStorage.store, LocalStorageService)',
  display: 'storage',
  types: SERVICES.map(({ name }) => ({ name: `#${name}`, display: 'storage', annotations: [name] })),
  emissions: SERVICES.map(
    ({ name, area }) =>
      ({
        emits: 'ClientStore',
        at: { call: `#${name}.store`, arguments: [2, 2] },
        slots: keptIn(area, arg(0), arg(1)),
      }) as const,
  ),
} satisfies LibraryModel;
