import type { LibraryModel } from './model';

export const nanoid = {
  package: 'nanoid',
  modules: ['nanoid', 'nanoid/async'],
  source: 'nanoid@6.0.2 index.js',
  display: 'nanoid',
  draws: [{ path: 'nanoid', source: 'characters', size: 0 }],
  emissions: [],
} satisfies LibraryModel;
