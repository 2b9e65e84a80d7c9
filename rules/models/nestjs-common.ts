import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'];

/** Only its logger. */
export const nestjsCommon = {
  package: '@nestjs/common',
  source:
    '@nestjs/common@12.5.1 services/logger.service.d.ts (Logger, LoggerService), services/console-logger.service.d.ts',
  display: 'Logger',
  types: [{ name: '#Logger', display: 'logger', annotations: ['Logger', 'ConsoleLogger', 'LoggerService'] }],
  gives: [
    { path: 'Logger()', type: '#Logger' },
    { path: 'ConsoleLogger()', type: '#Logger' },
  ],
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', 'Logger', METHODS)],
} satisfies LibraryModel;
