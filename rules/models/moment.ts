import type { LibraryModel } from './model';

/** Dates that are told from the clock: how long something lives. */
export const moment = {
  package: 'moment',
  source: 'moment@2.31.0 moment.js (createLocal, createUTC, add, subtract, unix, toDate)',
  display: 'moment',
  results: ['()', 'utc()'].map((path) => ({ path, is: { date: 0 } }) as const),
  emissions: [],
} satisfies LibraryModel;
