import type { LibraryModel } from './model';
import type { ResultModel } from './shape/results';

/** What functions give that copy objects, put them together, take parts of them, or read them by a path. */
const MAKING = {
  clone: { same: 0 },
  // Until 0.27.
  merge: { merged: 'last-wins', least: 2 },
  mergeRight: { merged: 'last-wins', least: 2 },
  mergeLeft: { merged: 'first-wins', least: 2 },
  mergeDeepRight: { merged: 'last-wins', isDeep: true, least: 2 },
  mergeDeepLeft: { merged: 'first-wins', isDeep: true, least: 2 },
  pick: { picked: 1, keys: 0 },
  omit: { omitted: 1, keys: 0 },
  prop: { member: 1, at: 0 },
  propOr: { member: 2, at: 1, otherwise: 0 },
  path: { member: 1, at: 0 },
  pathOr: { member: 2, at: 1, otherwise: 0 },
  assoc: { changed: 2, at: 0, value: 1 },
  assocPath: { changed: 2, at: 0, value: 1 },
  defaultTo: { given: 1, otherwise: 0 },
} as const satisfies Record<string, ResultModel['is']>;

/** All of them take what they work on last, and wait for it. */
export const ramda = {
  package: 'ramda',
  source:
    'ramda@0.32.0 src/merge*.js, pick.js, omit.js, prop.js, propOr.js, path.js, pathOr.js, assoc.js, assocPath.js, defaultTo.js',
  display: 'R',
  results: Object.entries(MAKING).flatMap(([name, is]): readonly ResultModel[] => [
    { path: `${name}()`, is },
    ...['src', 'es'].flatMap((folder) =>
      ['', '.js'].map((end) => ({ path: '()', in: `ramda/${folder}/${name}${end}`, is })),
    ),
  ]),
  emissions: [],
} satisfies LibraryModel;
