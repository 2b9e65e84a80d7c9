import { logCalls } from './logCalls';
import type { LibraryModel } from './model';
import { PROVIDERS } from './providerOffers';

const METHODS = ['log', 'error', 'warn', 'debug', 'verbose', 'fatal'];

const CONTEXTS = ['#ExecutionContext', '#ArgumentsHost'];
const SENT = ['headers', 'query', 'body', 'params', 'cookies', 'signedCookies', 'get()', 'header()'];

/** Its logger, what guards get at (the request), and what its container gives. */
export const nestjsCommon = {
  package: '@nestjs/common',
  source:
    '@nestjs/common@12.5.1 services/logger.service.d.ts (Logger, LoggerService), services/console-logger.service.d.ts, interfaces/features/execution-context.interface.d.ts and arguments-host.interface.d.ts, decorators/core/inject.decorator.d.ts and interfaces/modules/provider.interface.d.ts',
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
  results: [{ path: 'Inject()', is: { offered: 0 } }],
  offers: PROVIDERS,
  requests: CONTEXTS.flatMap((context) => SENT.map((part) => `${context}.switchToHttp().getRequest().${part}`)),
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', 'Logger', METHODS)],
} satisfies LibraryModel;
