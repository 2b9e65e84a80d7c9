import type { LibraryModel } from './model';

export const shortid = {
  package: 'shortid',
  source: 'shortid@2.2.17 lib/build.js',
  display: 'shortid',
  draws: [
    { path: 'generate', source: 'short-id' },
    { path: '', source: 'short-id' },
  ],
  emissions: [],
} satisfies LibraryModel;
