import { keptIn } from './keptIn';
import { arg, type LibraryModel, returned } from './model';

export const idbKeyval = {
  package: 'idb-keyval',
  source: 'idb-keyval@6.3.0 dist/index.js (set, setMany, update), @5.1.5 dist/esm/index.js',
  display: 'idb',
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: 'set', arguments: [2, 3] },
      slots: keptIn('indexedDB', arg(0), arg(1)),
    },
    {
      emits: 'ClientStore',
      at: { call: 'update', arguments: [2, 3] },
      // What the function makes of the old value.
      slots: keptIn('indexedDB', arg(0), returned(1)),
    },
    {
      emits: 'ClientStore',
      at: { call: 'setMany', arguments: [1, 2] },
      // The keys are those of the pairs.
      slots: keptIn('indexedDB', [], arg(0)),
    },
  ],
} satisfies LibraryModel;
