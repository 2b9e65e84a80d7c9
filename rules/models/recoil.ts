import { keptIn, SET } from './keptIn';
import { chain, type LibraryModel } from './model';

const HOOKS = [
  { hook: 'useRecoilState', set: 'atom().1' },
  { hook: 'useSetRecoilState', set: 'atom()' },
];

/** Only atoms that recoil-persist keeps: where nothing is said of the storage, in `localStorage`. */
export const recoil = {
  package: 'recoil',
  modules: ['recoil', 'recoil-persist'],
  source: 'recoil@0.7.7 index.d.ts (atom, useRecoilState), recoil-persist@5.1.0 dist/index.js (recoilPersist)',
  display: 'set',
  // What a hook gives is named as if it were the atom's.
  results: HOOKS.map(({ hook }) => ({ path: `${hook}()`, is: { same: 0 } })),
  storages: [
    {
      path: 'recoilPersist().persistAtom',
      in: 'recoil-persist',
      area: 'localStorage',
      around: 0,
      option: { names: ['storage'], absent: ['converter'] },
    },
  ],
  emissions: (['localStorage', 'sessionStorage'] as const).flatMap((area) =>
    HOOKS.map(
      ({ set: call }) =>
        ({
          emits: 'ClientStore',
          at: {
            call,
            arguments: [1, 1],
            when: { storage: [chain('atom', 0, 'effects'), chain('atom', 0, 'effects_UNSTABLE')], area },
          },
          doesMore: true,
          slots: keptIn(area, chain('atom', 0, 'key'), SET),
        }) as const,
    ),
  ),
} satisfies LibraryModel;
