import type { StorageArea } from '../facts/schema';
import { isIn, keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const AREAS: readonly StorageArea[] = ['localStorage', 'sessionStorage', 'device'];

export const solidPrimitivesStorage = {
  package: '@solid-primitives/storage',
  source: '@solid-primitives/storage@2.1.4 dist/index.js (makePersisted)',
  display: 'set',
  emissions: AREAS.flatMap((area) => {
    const when = isIn(area, [chain('makePersisted', 1, 'storage')], [chain('makePersisted', 1, 'serialize')]);
    return [
      {
        emits: 'ClientStore',
        at: { call: 'makePersisted().1', arguments: [1, 1], when },
        doesMore: true,
        slots: keptIn(area, chain('makePersisted', 1, 'name'), SET),
      } as const,
      {
        emits: 'ClientStore',
        // Of a store: the member, and its value.
        at: { call: 'makePersisted().1', arguments: [2, 2], when },
        doesMore: true,
        slots: keptIn(area, arg(0), arg(1)),
      } as const,
    ];
  }),
} satisfies LibraryModel;
