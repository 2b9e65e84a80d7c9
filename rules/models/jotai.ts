import type { StorageArea } from '../facts/schema';
import { isIn, keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const REACT = ['jotai', 'jotai/react'];
const VANILLA = ['jotai', 'jotai/vanilla'];
const UTILS = ['jotai/utils', 'jotai/vanilla/utils'];
const AREAS: readonly StorageArea[] = ['localStorage', 'sessionStorage', 'device'];

/** An atom that is kept, seen as a storage: its third argument, or `localStorage`. */
const ATOM = 'atomWithStorage()';

export const jotai = {
  package: 'jotai',
  modules: [...new Set([...REACT, ...VANILLA, ...UTILS])],
  source: 'jotai@3.0.1 dist/vanilla/utils.js (atomWithStorage, createJSONStorage), @2.20.3 esm/vanilla/utils.mjs',
  display: 'set',
  types: [{ name: '#Set', display: 'set' }],
  handlers: [{ path: 'atom', count: 3, parameters: ['', '#Set', ''] }],
  // What a hook gives is named as if it were the atom's.
  results: [
    ...REACT.flatMap((module) =>
      ['useAtom', 'useSetAtom'].map((hook) => ({ path: `${hook}()`, in: module, is: { same: 0 } }) as const),
    ),
    ...UTILS.map((module) => ({ path: 'RESET', in: module, is: { nothing: true } }) as const),
  ],
  storages: UTILS.flatMap((module) => [
    { path: ATOM, in: module, area: 'localStorage', around: 2 } as const,
    { path: 'createJSONStorage()', in: module, area: 'localStorage', around: 0 } as const,
  ]),
  emissions: AREAS.flatMap((area) => [
    ...UTILS.flatMap((module) =>
      [`${ATOM}.1`, ATOM].map(
        (call) =>
          ({
            emits: 'ClientStore',
            at: {
              call,
              in: module,
              arguments: [1, 1],
              when: isIn(area, [chain('atomWithStorage', 2)]),
            },
            doesMore: true,
            slots: keptIn(area, chain('atomWithStorage', 0), SET),
          }) as const,
      ),
    ),
    // The key stands where the atom is made.
    ...['#Set', ...['createStore', 'getDefaultStore'].map((store) => `${store}().set`)].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: { call, arguments: [2, 2], when: { storage: [arg(0)], area } },
          doesMore: true,
          slots: keptIn(area, [], arg(1)),
        }) as const,
    ),
  ]),
} satisfies LibraryModel;
