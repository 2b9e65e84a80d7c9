import { keptIn } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

export const localforage = {
  package: 'localforage',
  source: 'localforage@1.10.0 src/localforage.js (DefaultDriverOrder, createInstance), src/drivers',
  display: 'localforage',
  types: [{ name: '#LocalForage', display: 'localforage', annotations: ['LocalForage'] }],
  storages: [
    { path: '', area: 'indexedDB' },
    { path: 'INDEXEDDB', area: 'indexedDB' },
    { path: 'LOCALSTORAGE', area: 'localStorage' },
  ],
  emissions: [
    ...['setItem', '#LocalForage.setItem'].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: { call, arguments: [2, 3] },
          slots: keptIn('indexedDB', arg(0), arg(1)),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      at: {
        call: 'createInstance().setItem',
        arguments: [2, 3],
        when: { storage: [chain('createInstance', 0, 'driver')], area: 'indexedDB', byDefault: true },
      },
      slots: keptIn('indexedDB', arg(0), arg(1)),
    },
    {
      emits: 'ClientStore',
      at: {
        call: 'createInstance().setItem',
        arguments: [2, 3],
        when: { storage: [chain('createInstance', 0, 'driver')], area: 'localStorage' },
      },
      slots: keptIn('localStorage', arg(0), arg(1)),
    },
  ],
} satisfies LibraryModel;
