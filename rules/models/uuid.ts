import type { LibraryModel } from './model';

export const uuid = {
  package: 'uuid',
  modules: ['uuid', 'uuid/v1', 'uuid/v4', 'uuid/v6'],
  source: 'uuid@14.0.3 dist/v1.js, dist/v4.js and dist/v6.js, uuid@3.4.0 index.js, v1.js and v4.js',
  display: 'uuid',
  draws: [
    { path: 'v1', source: 'time-id' },
    // Its time, with a node of its own that is drawn each time.
    { path: 'v6', source: 'random-id' },
    { path: 'v4', source: 'random-id' },
    // Version 3: the module is `v4`.
    { path: '', in: 'uuid', source: 'random-id' },
    { path: '', in: 'uuid/v1', source: 'time-id' },
    { path: '', in: 'uuid/v4', source: 'random-id' },
  ],
  emissions: [],
} satisfies LibraryModel;
