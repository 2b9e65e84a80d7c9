import { keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

export const useLocalStorageState = {
  package: 'use-local-storage-state',
  source: 'use-local-storage-state@20.0.0 src/useLocalStorageState.js',
  display: 'setState',
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '().1', arguments: [1, 1] },
      doesMore: true,
      slots: keptIn('localStorage', chain('', 0), SET),
    },
    {
      emits: 'ClientStore',
      // Written where nothing is stored yet.
      at: { call: '', arguments: [2, 2] },
      doesMore: true,
      slots: keptIn('localStorage', arg(0), arg(1, 'defaultValue')),
    },
  ],
} satisfies LibraryModel;
