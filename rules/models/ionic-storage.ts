import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const ionicStorage = {
  package: '@ionic/storage',
  modules: ['@ionic/storage', '@ionic/storage-angular'],
  source: '@ionic/storage@4.0.0 dist/esm/index.js (Storage over localforage), @ionic/storage-angular@4.0.0',
  display: 'storage',
  types: [{ name: '#Storage', display: 'storage', annotations: ['Storage'], fluent: ['create'] }],
  gives: [{ path: 'Storage()', type: '#Storage' }],
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '#Storage.set', arguments: [2, 2] },
      slots: keptIn('indexedDB', arg(0), arg(1)),
    },
  ],
} satisfies LibraryModel;
