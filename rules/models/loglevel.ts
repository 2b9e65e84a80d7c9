import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['trace', 'debug', 'log', 'info', 'warn', 'error'];

export const loglevel = {
  package: 'loglevel',
  source: 'loglevel@1.9.2 index.d.ts (Logger, RootLogger)',
  display: 'log',
  types: [{ name: '#Logger', display: 'log', annotations: ['Logger', 'RootLogger'] }],
  gives: [{ path: 'getLogger()', type: '#Logger' }],
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', '', METHODS)],
} satisfies LibraryModel;
