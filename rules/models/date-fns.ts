import type { LibraryModel } from './model';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** What each step adds, in milliseconds; a month and a year are about as long. */
const STEPS = {
  addMilliseconds: 1,
  addSeconds: SECOND,
  addMinutes: 60 * SECOND,
  addHours: 3600 * SECOND,
  addDays: DAY,
  addWeeks: 7 * DAY,
  addMonths: 30 * DAY,
  addYears: 365 * DAY,
};

/** Dates that are told from the clock: how long something lives. */
export const dateFns = {
  package: 'date-fns',
  source: 'date-fns@4.4.0 add.js, addDays.js, addMilliseconds.js, addMonths.js, getUnixTime.js, toDate.js',
  display: 'date',
  results: [
    ...Object.entries(STEPS).map(([name, milliseconds]) => {
      return { path: `${name}()`, is: { date: 0, later: 1, milliseconds } } as const;
    }),
    { path: 'add()', is: { date: 0, later: 1 } },
    { path: 'toDate()', is: { date: 0 } },
    { path: 'getUnixTime()', is: { date: 0, isSeconds: true } },
  ],
  emissions: [],
} satisfies LibraryModel;
