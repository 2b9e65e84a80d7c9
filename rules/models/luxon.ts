import type { LibraryModel } from './model';

/** Dates that are told from the clock: how long something lives. */
export const luxon = {
  package: 'luxon',
  source: 'luxon@3.7.2 src/datetime.js (now, fromJSDate, plus, minus, toJSDate, toMillis, toSeconds, toUnixInteger)',
  display: 'DateTime',
  results: ['now', 'fromJSDate'].map((name) => {
    return { path: `DateTime.${name}()`, is: { date: 0 } } as const;
  }),
  emissions: [],
} satisfies LibraryModel;
