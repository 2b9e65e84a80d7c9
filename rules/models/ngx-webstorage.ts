import { keptBy } from './keptIn';
import type { LibraryModel } from './model';

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
  emissions: SERVICES.map(({ name, area }) => keptBy(`#${name}.store`, area)),
} satisfies LibraryModel;
