import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['silly', 'trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log'];

export const tslog = {
  package: 'tslog',
  source: 'tslog@5.1.0 types/index.universal.d.ts, types/BaseLogger.d.ts',
  display: 'log',
  types: [{ name: '#Logger', display: 'log', annotations: ['Logger'], fluent: ['getSubLogger'] }],
  gives: [{ path: 'Logger()', type: '#Logger' }],
  emissions: logCalls('logger', '#Logger', METHODS),
} satisfies LibraryModel;
