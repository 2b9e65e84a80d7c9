import { keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

/** How an instance is made: it is encrypted from the start, or by a call later. */
const MAKERS = ['MMKV', 'createMMKV', 'useMMKV'];
const HOOKS = ['useMMKVString', 'useMMKVObject', 'useMMKVBuffer'];

export const reactNativeMmkv = {
  package: 'react-native-mmkv',
  source:
    'react-native-mmkv@4.3.2 src/createMMKV/createMMKV.ts, src/specs/MMKV.nitro.ts and src/hooks, ' +
    '@3.3.3 and @2.12.2 src/MMKV.ts, src/Types.ts and src/hooks.ts',
  display: 'storage',
  emissions: [
    ...MAKERS.map(
      (maker) =>
        ({
          emits: 'ClientStore',
          at: {
            call: `${maker}().set`,
            arguments: [2, 2],
            when: { absent: [chain(maker, 0, 'encryptionKey'), chain('recrypt', 0), chain('encrypt', 0)] },
          },
          slots: keptIn('device', arg(0), arg(1)),
        }) as const,
    ),
    ...HOOKS.map(
      (hook) =>
        ({
          emits: 'ClientStore',
          // Without an instance it is the default one, which is not encrypted.
          at: { call: `${hook}().1`, arguments: [1, 1], when: { absent: [chain(hook, 1)] } },
          doesMore: true,
          slots: keptIn('device', chain(hook, 0), SET),
        }) as const,
    ),
  ],
} satisfies LibraryModel;
