import type { LibraryModel } from './model';

/** Only that it makes of a function that calls back the same one, whose result is awaited. */
export const bluebird = {
  package: 'bluebird',
  source: 'bluebird@3.7.2 js/release/promisify.js (Promise.promisify)',
  display: 'Promise',
  results: [{ path: 'promisify()', is: { same: 0 } }],
  emissions: [],
} satisfies LibraryModel;
