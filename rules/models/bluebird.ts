import type { LibraryModel } from './model';

/** Only that it makes of functions that call back the same ones, whose result is awaited. */
export const bluebird = {
  package: 'bluebird',
  source: 'bluebird@3.7.2 js/release/promisify.js (Promise.promisify, Promise.promisifyAll)',
  display: 'Promise',
  results: [
    { path: 'promisify()', is: { same: 0 } },
    // The methods that it adds, `verifyAsync`, are described with those that they wrap.
    { path: 'promisifyAll()', is: { same: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
