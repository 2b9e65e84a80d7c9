import { isIn, keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const mobxPersistStore = {
  package: 'mobx-persist-store',
  source: 'mobx-persist-store@1.1.8 lib/esm2015/PersistStore.js and lib/esm2015/StorageAdapter.js',
  display: 'makePersistable',
  emissions: (['localStorage', 'sessionStorage', 'device'] as const).map(
    (area) =>
      ({
        emits: 'ClientStore',
        // Without a storage, `configurePersistable` tells it.
        at: {
          call: 'makePersistable',
          arguments: [2, 3],
          when: { ...isIn(area, [arg(1, 'storage')]), byDefault: false },
        },
        doesMore: true,
        stateOf: { named: arg(1, 'properties') },
        slots: keptIn(area, [], arg(1, 'properties')),
      }) as const,
  ),
} satisfies LibraryModel;
