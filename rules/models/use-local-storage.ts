import { keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

export const useLocalStorage = {
  package: 'use-local-storage',
  source: 'use-local-storage@3.0.0 src/index.ts',
  display: 'setValue',
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '().1', arguments: [1, 1] },
      doesMore: true,
      slots: keptIn('localStorage', chain('', 0), SET),
    },
    {
      emits: 'ClientStore',
      // The default is written once the component is there.
      at: { call: '', arguments: [2, 3] },
      doesMore: true,
      slots: keptIn('localStorage', arg(0), arg(1)),
    },
  ],
} satisfies LibraryModel;
