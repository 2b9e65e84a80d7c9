import type { LibraryModel } from './model';

/** Only what copies objects, puts them together, takes parts of them, or reads them: names in texts are not taken apart. */
export const underscore = {
  package: 'underscore',
  source: 'underscore@1.13.7 modules/_createAssigner.js, pick.js, omit.js, get.js, toPath.js, clone.js, partial.js',
  display: '_',
  results: [
    { path: 'clone()', is: { same: 0 } },
    { path: 'assign()', is: { merged: 'last-wins' } },
    { path: 'extend()', is: { merged: 'last-wins' } },
    { path: 'extendOwn()', is: { merged: 'last-wins' } },
    { path: 'defaults()', is: { merged: 'first-wins' } },
    { path: 'pick()', is: { picked: 0, keys: 1, isRest: true } },
    { path: 'omit()', is: { omitted: 0, keys: 1, isRest: true } },
    { path: 'get()', is: { member: 0, at: 1, otherwise: 2 } },
    { path: 'partial()', is: { partial: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
