import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = [
  'await',
  'complete',
  'error',
  'debug',
  'fatal',
  'fav',
  'info',
  'note',
  'pause',
  'pending',
  'star',
  'start',
  'success',
  'warn',
  'watch',
  'log',
];

/** Written for programs in a terminal, whose output it is. */
export const signale = {
  package: 'signale',
  source: 'signale@1.4.0 types.js, signale.js (Signale)',
  display: 'signale',
  types: [{ name: '#Logger', display: 'signale', annotations: ['Signale'], fluent: ['scope'] }],
  gives: [{ path: 'Signale()', type: '#Logger' }],
  emissions: [...logCalls('console', '#Logger', METHODS), ...logCalls('console', '', METHODS)],
} satisfies LibraryModel;
