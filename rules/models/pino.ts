import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

export const pino = {
  package: 'pino',
  source: 'pino@10.4.0 pino.d.ts (BaseLogger, Logger)',
  display: 'logger',
  types: [{ name: '#Logger', display: 'logger', annotations: ['Logger', 'BaseLogger'], fluent: ['child'] }],
  gives: [
    { path: '()', type: '#Logger' },
    { path: 'pino()', type: '#Logger' },
  ],
  emissions: logCalls('logger', '#Logger', METHODS),
} satisfies LibraryModel;
