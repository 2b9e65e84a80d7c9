import { isIn, keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const ngrxStoreLocalstorage = {
  package: 'ngrx-store-localstorage',
  source: 'ngrx-store-localstorage@20.1.0 fesm2022/ngrx-store-localstorage.mjs (localStorageSync, syncStateUpdate)',
  display: 'localStorageSync',
  emissions: (['localStorage', 'sessionStorage'] as const).map(
    (area) =>
      ({
        emits: 'ClientStore',
        at: { call: 'localStorageSync', arguments: [1, 1], when: isIn(area, [arg(0, 'storage')]) },
        doesMore: true,
        stateOf: { named: arg(0, 'keys') },
        slots: keptIn(area, [], arg(0, 'keys')),
      }) as const,
  ),
} satisfies LibraryModel;
