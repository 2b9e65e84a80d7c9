import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

const CALLS = ['NgxsStoragePluginModule.forRoot', 'withNgxsStoragePlugin'];
/** They may encrypt. */
const OTHERS = ['serialize', 'beforeSerialize'].map((name) => arg(0, name));

export const ngxsStoragePlugin = {
  package: '@ngxs/storage-plugin',
  source: '@ngxs/storage-plugin@21.0.0 fesm2022/ngxs-storage-plugin.mjs (storageOptionsFactory, engineFactory)',
  display: 'withNgxsStoragePlugin',
  emissions: CALLS.map(
    (call) =>
      ({
        emits: 'ClientStore',
        at: { call, arguments: [1, 1], when: { absent: [arg(0, 'storage'), ...OTHERS] } },
        doesMore: true,
        stateOf: { named: arg(0, 'keys') },
        slots: keptIn('localStorage', [], arg(0, 'keys')),
      }) as const,
  ),
} satisfies LibraryModel;
