import type { LibraryModel } from './model';

/** Only what it reads: what the same file set, or gave for a default. */
export const nconf = {
  package: 'nconf',
  source: 'nconf@0.13.0 lib/nconf/provider.js (get, set, defaults) and lib/nconf/common.js (path)',
  display: 'nconf',
  types: [
    {
      name: '#Provider',
      display: 'nconf',
      annotations: ['Provider'],
      fluent: ['add', 'argv', 'defaults', 'env', 'file', 'overrides', 'use'],
    },
  ],
  gives: [
    { path: 'Provider()', type: '#Provider' },
    ...['add', 'argv', 'defaults', 'env', 'file', 'overrides', 'use'].map((name) => ({
      path: `${name}()`,
      type: '#Provider',
    })),
  ],
  results: ['', '#Provider.'].map((start) => ({
    path: `${start}get()`,
    is: {
      kept: ['', '#Provider.'].flatMap((other) => [
        { by: `${other}set`, name: 0, value: 1 },
        { by: `${other}defaults`, value: 0, separator: ':', isFallback: true } as const,
      ]),
    },
  })),
  emissions: [],
} satisfies LibraryModel;
