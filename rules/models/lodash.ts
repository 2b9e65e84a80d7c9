import type { LibraryModel } from './model';

export const lodash = {
  package: 'lodash',
  modules: ['lodash', 'lodash-es', 'lodash/random'],
  source: 'lodash@4.18.1 lodash.js (random, nativeRandom)',
  display: '_',
  draws: [
    { path: 'random', source: 'weak' },
    { path: '', in: 'lodash/random', source: 'weak' },
  ],
  emissions: [],
} satisfies LibraryModel;
