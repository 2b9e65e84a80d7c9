import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = [
  'silent',
  'fatal',
  'error',
  'warn',
  'log',
  'info',
  'success',
  'fail',
  'ready',
  'start',
  'box',
  'debug',
  'trace',
  'verbose',
];

/** Written for programs in a terminal, whose output it is. */
export const consola = {
  package: 'consola',
  source: 'consola@3.4.2 dist/core.d.ts (LogType, ConsolaInstance), dist/index.mjs (consola)',
  display: 'consola',
  types: [
    {
      name: '#Logger',
      display: 'consola',
      annotations: ['Consola', 'ConsolaInstance'],
      fluent: ['withTag', 'withDefaults', 'create'],
    },
  ],
  gives: [
    { path: 'createConsola()', type: '#Logger' },
    { path: 'consola', type: '#Logger' },
    { path: 'default', type: '#Logger' },
  ],
  emissions: [...logCalls('console', '#Logger', METHODS), ...logCalls('console', '', METHODS)],
} satisfies LibraryModel;
