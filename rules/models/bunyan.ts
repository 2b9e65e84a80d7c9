import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

export const bunyan = {
  package: 'bunyan',
  source: 'bunyan@2.0.5 lib/bunyan.js (createLogger, mkLogEmitter)',
  display: 'log',
  types: [{ name: '#Logger', display: 'log', annotations: ['default', 'Logger'], fluent: ['child'] }],
  gives: [
    { path: 'createLogger()', type: '#Logger' },
    { path: '()', type: '#Logger' },
    { path: 'Logger()', type: '#Logger' },
  ],
  emissions: logCalls('logger', '#Logger', METHODS),
} satisfies LibraryModel;
