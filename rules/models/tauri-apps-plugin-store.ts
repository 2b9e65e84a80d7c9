import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

export const tauriAppsPluginStore = {
  package: '@tauri-apps/plugin-store',
  modules: ['@tauri-apps/plugin-store', 'tauri-plugin-store-api'],
  source: '@tauri-apps/plugin-store@2.4.5 dist-js/index.d.ts (load, Store, LazyStore): a JSON file in the clear',
  display: 'store',
  types: [{ name: '#Store', display: 'store', annotations: ['Store', 'LazyStore'] }],
  gives: ['load()', 'getStore()', 'Store.load()', 'Store.get()', 'LazyStore()', 'Store()'].map((path) => ({
    path,
    type: '#Store',
  })),
  emissions: [
    {
      emits: 'ClientStore',
      at: { call: '#Store.set', arguments: [2, 2] },
      slots: keptIn('device', arg(0), arg(1)),
    },
  ],
} satisfies LibraryModel;
