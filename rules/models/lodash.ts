import type { LibraryModel } from './model';
import type { ResultModel } from './shape/results';

/** What functions give that copy objects, put them together, take parts of them, or read them by a path. */
const MAKING = {
  clone: { same: 0 },
  cloneDeep: { same: 0 },
  assign: { merged: 'last-wins' },
  assignIn: { merged: 'last-wins' },
  extend: { merged: 'last-wins' },
  defaults: { merged: 'first-wins' },
  merge: { merged: 'last-wins', isDeep: true },
  defaultsDeep: { merged: 'first-wins', isDeep: true },
  pick: { picked: 0, keys: 1, isRest: true },
  omit: { omitted: 0, keys: 1, isRest: true },
  get: { member: 0, at: 1, separator: '.', otherwise: 2 },
  set: { changed: 0, at: 1, separator: '.', value: 2 },
  defaultTo: { given: 0, otherwise: 1 },
  partial: { partial: 0 },
} as const satisfies Record<string, ResultModel['is']>;

/** The same of `lodash/fp`, whose functions take what they work on last, and wait for it. */
const MAKING_LAST = {
  clone: { same: 0 },
  cloneDeep: { same: 0 },
  assign: { merged: 'last-wins', least: 2 },
  assignIn: { merged: 'last-wins', least: 2 },
  extend: { merged: 'last-wins', least: 2 },
  defaults: { merged: 'last-wins', least: 2 },
  merge: { merged: 'last-wins', isDeep: true, least: 2 },
  defaultsDeep: { merged: 'last-wins', isDeep: true, least: 2 },
  pick: { picked: 1, keys: 0 },
  omit: { omitted: 1, keys: 0 },
  get: { member: 1, at: 0, separator: '.' },
  getOr: { member: 2, at: 1, separator: '.', otherwise: 0 },
  set: { changed: 2, at: 0, separator: '.', value: 1 },
  defaultTo: { given: 1, otherwise: 0 },
} as const satisfies Record<string, ResultModel['is']>;

/** Each function has a module of its own, too, and had a package. */
function modulesWith(name: string): readonly string[] {
  const inFolders = ['lodash', 'lodash-es'].flatMap((one) => [`${one}/${name}`, `${one}/${name}.js`]);
  return [...inFolders, `lodash.${name.toLowerCase()}`];
}

export const lodash = {
  package: 'lodash',
  modules: ['lodash', 'lodash-es', 'lodash/random'],
  source:
    'lodash@4.18.1 lodash.js (random, nativeRandom; createAssigner, defaults, pick, omit, get, set, defaultTo, partial); ' +
    'fp/_mapping.js (aryMethod, aryRearg, skipRearg)',
  display: '_',
  draws: [
    { path: 'random', source: 'weak' },
    { path: '', in: 'lodash/random', source: 'weak' },
  ],
  results: [
    ...Object.entries(MAKING).flatMap(([name, is]): readonly ResultModel[] => [
      { path: `${name}()`, is },
      ...modulesWith(name).map((module) => ({ path: '()', in: module, is })),
    ]),
    ...Object.entries(MAKING_LAST).flatMap(([name, is]): readonly ResultModel[] => [
      { path: `${name}()`, in: 'lodash/fp', is },
      { path: '()', in: `lodash/fp/${name}`, is },
    ]),
  ],
  emissions: [],
} satisfies LibraryModel;
