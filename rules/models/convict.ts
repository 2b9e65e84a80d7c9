import type { LibraryModel } from './model';

/** Only what it reads: what a schema says where nothing is configured. */
export const convict = {
  package: 'convict',
  source: 'convict@6.2.4 src/main.js (get, default)',
  display: 'config',
  types: [{ name: '#Config', display: 'config', annotations: ['Config'], fluent: ['load', 'loadFile', 'validate'] }],
  gives: [{ path: '()', type: '#Config' }],
  results: [
    {
      path: '#Config.get()',
      is: { kept: [{ by: '', value: 0, separator: '.', within: ['default'], isFallback: true }] },
    },
  ],
  emissions: [],
} satisfies LibraryModel;
