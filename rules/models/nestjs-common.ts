import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'];

const CONTEXTS = ['#ExecutionContext', '#ArgumentsHost'];
const SENT = ['headers', 'query', 'body', 'params', 'cookies', 'signedCookies', 'get()', 'header()'];

/** Its logger, and what guards get at: the request. */
export const nestjsCommon = {
  package: '@nestjs/common',
  source:
    '@nestjs/common@12.5.1 services/logger.service.d.ts (Logger, LoggerService), services/console-logger.service.d.ts, interfaces/features/execution-context.interface.d.ts and arguments-host.interface.d.ts',
  display: 'Logger',
  types: [
    { name: '#Logger', display: 'logger', annotations: ['Logger', 'ConsoleLogger', 'LoggerService'] },
    { name: '#ExecutionContext', display: 'context', annotations: ['ExecutionContext'] },
    { name: '#ArgumentsHost', display: 'host', annotations: ['ArgumentsHost'] },
  ],
  gives: [
    { path: 'Logger()', type: '#Logger' },
    { path: 'ConsoleLogger()', type: '#Logger' },
  ],
  requests: CONTEXTS.flatMap((context) => SENT.map((part) => `${context}.switchToHttp().getRequest().${part}`)),
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', 'Logger', METHODS)],
} satisfies LibraryModel;
