import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const SERVICES = [
  { service: 'LocalStorageService', area: 'localStorage' },
  { service: 'SessionStorageService', area: 'sessionStorage' },
] as const;

/** What its decorators write is not described. */
export const ngxWebstorage = {
  package: 'ngx-webstorage',
  source:
    'ngx-webstorage@9.0.0 lib/services/localStorage.d.ts, lib/services/sessionStorage.d.ts, ' +
    'lib/core/templates/syncStorage.d.ts (store) and @13.0.1 the same',
  display: 'storage',
  types: SERVICES.map(({ service }) => ({ name: `#${service}`, display: 'storage', annotations: [service] })),
  emissions: SERVICES.map(
    ({ service, area }) =>
      ({
        emits: 'ClientStore',
        at: { call: `#${service}.store`, arguments: [2, 2] },
        slots: keptIn(area, arg(0), arg(1)),
      }) as const,
  ),
} satisfies LibraryModel;
