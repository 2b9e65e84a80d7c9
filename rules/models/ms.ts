import type { LibraryModel } from './model';

/** Times that are written as texts: how long something lives. */
export const ms = {
  package: 'ms',
  source: 'ms@2.1.3 index.js (parse)',
  display: 'ms',
  results: [{ path: '()', is: { milliseconds: 0 } }],
  emissions: [],
} satisfies LibraryModel;
