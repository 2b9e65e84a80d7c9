import { keptIn } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const ONE = [2, 3] as const;
const MANY = [1, 2] as const;

export const reactNativeAsyncStorageAsyncStorage = {
  package: '@react-native-async-storage/async-storage',
  modules: ['@react-native-async-storage/async-storage', '@react-native-community/async-storage'],
  source:
    '@react-native-async-storage/async-storage@3.1.1 src/createAsyncStorage.native.ts, @2.2.0 and @1.24.0 ' +
    'src/AsyncStorage.native.ts and src/hooks.ts, @react-native-community/async-storage@1.12.1 lib/module/AsyncStorage.native.js',
  display: 'AsyncStorage',
  types: [{ name: '#AsyncStorage', display: 'AsyncStorage', annotations: ['AsyncStorage', 'AsyncStorageStatic'] }],
  gives: [{ path: 'createAsyncStorage()', type: '#AsyncStorage' }],
  // expo-secure-store@57.0.4 src/SecureStore.ts; browsers have none.
  saferStore: {
    package: 'expo-secure-store',
    as: 'SecureStore',
    needs: ['expo-secure-store', 'expo'],
    lacks: ['react-native-web', 'react-dom'],
    methods: [
      { name: 'setItem', count: 2, becomes: 'setItemAsync' },
      { name: 'getItem', count: 1, becomes: 'getItemAsync' },
      { name: 'removeItem', count: 1, becomes: 'deleteItemAsync' },
    ],
    keys: '^[\\w.-]+$',
  },
  storages: [
    { path: '', area: 'device' },
    { path: '#AsyncStorage', area: 'device' },
  ],
  emissions: [
    ...['', '#AsyncStorage.'].flatMap((storage) => [
      ...['setItem', 'mergeItem'].map(
        (method) =>
          ({
            emits: 'ClientStore',
            at: { call: `${storage}${method}`, arguments: ONE },
            slots: keptIn('device', arg(0), arg(1)),
          }) as const,
      ),
      // The keys are those of the pairs, or of the object.
      ...['multiSet', 'multiMerge', 'setMany'].map(
        (method) =>
          ({
            emits: 'ClientStore',
            at: { call: `${storage}${method}`, arguments: MANY },
            slots: keptIn('device', [], arg(0)),
          }) as const,
      ),
    ]),
    ...['setItem', 'mergeItem'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `useAsyncStorage().${method}`, arguments: MANY },
          slots: keptIn('device', chain('useAsyncStorage', 0), arg(0)),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
