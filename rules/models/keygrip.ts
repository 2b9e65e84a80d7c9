import type { LibraryModel } from './model';

/** Only that it carries keys to what signs with them. */
export const keygrip = {
  package: 'keygrip',
  source: 'keygrip@1.1.0 index.js (Keygrip)',
  display: 'Keygrip',
  results: [{ path: '()', is: { argument: 0 } }],
  emissions: [],
} satisfies LibraryModel;
