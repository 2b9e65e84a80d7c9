import type { StorageArea } from '../facts/schema';
import { isIn, keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel, returned, type StorageCondition, type Where } from './model';

const AREAS: readonly StorageArea[] = ['localStorage', 'sessionStorage', 'indexedDB', 'device'];

/** The area of the store that options at a place choose; `serialize` may encrypt. */
function keptBy(area: StorageArea, option: (name: string) => Where, absent: readonly string[]): StorageCondition {
  return isIn(area, ['storage', 'getStorage'].map(option), [...absent, 'serialize'].map(option));
}

/** Only `persist`: what it keeps of a state. */
export const zustand = {
  package: 'zustand',
  modules: ['zustand/middleware'],
  source:
    'zustand@5.1.0 esm/middleware.mjs (persistImpl, createJSONStorage), @4.5.7 esm/middleware.mjs (oldImpl, newImpl)',
  display: 'set',
  types: [
    { name: '#Set', display: 'set' },
    { name: '#Store', display: 'store' },
  ],
  handlers: [{ path: 'persist', parameters: ['#Set', '', '#Store'] }],
  storages: [{ path: 'createJSONStorage()', area: 'localStorage', around: 0 }],
  emissions: AREAS.flatMap((area) => [
    ...['#Set', '#Store.setState'].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: { call, arguments: [1, 3], when: keptBy(area, (name) => chain('persist', 1, name), ['partialize']) },
          doesMore: true,
          // The name of the store does not tell what its members are.
          slots: keptIn(area, [], SET),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      at: {
        call: 'persist',
        arguments: [2, 2],
        when: { ...keptBy(area, (name) => arg(1, name), []), present: arg(1, 'partialize') },
      },
      doesMore: true,
      slots: keptIn(area, [], returned(1, 'partialize')),
    } as const,
  ]),
} satisfies LibraryModel;
