import type { LibraryModel } from './model';

/** Only what it gives where the environment does not: `default`, in production too; `devDefault` stands in elsewhere. */
export const envalid = {
  package: 'envalid',
  source: 'envalid@8.1.0 dist/core.js (getSanitizedEnv)',
  display: 'envalid',
  results: ['cleanEnv()', 'customCleanEnv()'].map((path) => ({
    path,
    is: { schema: { by: ['cleanEnv', 'customCleanEnv'], lists: 1, defaults: { option: 'default' } } },
  })),
  emissions: [],
} satisfies LibraryModel;
