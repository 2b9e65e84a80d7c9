import { keptIn } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const STORAGE = chain('new', 0, 'storage');

/** By what its constructor is told, and `localStorage` where that says nothing. */
const AREAS = [
  { area: 'localStorage', when: { absent: [STORAGE] } },
  { area: 'localStorage', when: { where: STORAGE, is: ['localstorage'] } },
  { area: 'sessionStorage', when: { where: STORAGE, is: ['sessionstorage'] } },
] as const;

export const webStorageCache = {
  package: 'web-storage-cache',
  source: 'web-storage-cache@1.1.1 src/web-storage-cache.js (CacheConstructor, set, add, replace)',
  display: 'wsCache',
  types: [{ name: '#WebStorageCache', display: 'wsCache', annotations: [''] }],
  gives: [{ path: '()', type: '#WebStorageCache' }],
  emissions: AREAS.flatMap(({ area, when }) =>
    ['set', 'add', 'replace'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `#WebStorageCache.${method}`, arguments: [2, 3], when },
          slots: keptIn(area, arg(0), arg(1)),
        }) as const,
    ),
  ),
} satisfies LibraryModel;
