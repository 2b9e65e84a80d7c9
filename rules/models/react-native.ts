import { keptIn } from './keptIn';
import { arg, type LibraryModel } from './model';

/** Only the storage that it had before release 0.64. */
export const reactNative = {
  package: 'react-native',
  source: 'react-native@0.63.5 Libraries/Storage/AsyncStorage.js, index.js',
  display: 'AsyncStorage',
  types: [{ name: '#AsyncStorage', display: 'AsyncStorage', conventionalNames: ['AsyncStorage'] }],
  gives: [{ path: 'AsyncStorage', type: '#AsyncStorage' }],
  storages: [{ path: '#AsyncStorage', area: 'device' }],
  emissions: [
    ...['setItem', 'mergeItem'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `#AsyncStorage.${method}`, arguments: [2, 3] },
          slots: keptIn('device', arg(0), arg(1)),
        }) as const,
    ),
    ...['multiSet', 'multiMerge'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `#AsyncStorage.${method}`, arguments: [1, 2] },
          slots: keptIn('device', [], arg(0)),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
