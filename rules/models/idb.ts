import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const idb = {
  package: 'idb',
  source: 'idb@8.0.4 build/entry.d.ts (IDBPDatabase.put, IDBPObjectStore.put), build/index.js, @5.0.8',
  display: 'db',
  types: [
    { name: '#Database', display: 'db', annotations: ['IDBPDatabase'] },
    { name: '#ObjectStore', display: 'store', annotations: ['IDBPObjectStore'] },
  ],
  gives: [
    { path: 'openDB()', type: '#Database' },
    { path: '#Database.transaction().store', type: '#ObjectStore' },
    { path: '#Database.transaction().objectStore()', type: '#ObjectStore' },
  ],
  emissions: ['put', 'add'].flatMap((method) => [
    {
      emits: 'ClientStore',
      at: { call: `#Database.${method}`, arguments: [2, 3] },
      // The first argument is the object store's name: what it holds need not be what it is called.
      slots: keptIn('indexedDB', arg(2), arg(1)),
    } as const,
    {
      emits: 'ClientStore',
      at: { call: `#ObjectStore.${method}`, arguments: [1, 2] },
      slots: keptIn('indexedDB', arg(1), arg(0)),
    } as const,
  ]),
} satisfies LibraryModel;
