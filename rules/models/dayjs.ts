import type { LibraryModel } from './model';

/** Dates that are told from the clock: how long something lives. */
export const dayjs = {
  package: 'dayjs',
  source: 'dayjs@1.11.23 esm/index.js (dayjs, add, subtract, unix, toDate)',
  display: 'dayjs',
  results: ['()', 'utc()'].map((path) => ({ path, is: { date: 0 } }) as const),
  emissions: [],
} satisfies LibraryModel;
