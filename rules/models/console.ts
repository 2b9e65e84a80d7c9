import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['log', 'error', 'warn', 'info', 'debug', 'trace', 'dir', 'table', 'group', 'groupCollapsed'];

/** The console of browsers and of Node; on a server, what collects its output keeps it. */
export const consoleOutput = {
  package: '',
  source: 'typescript@6.0.3 lib.dom.d.ts (Console), @types/node@20 console.d.ts',
  display: 'console',
  emissions: logCalls('console', 'console', METHODS),
} satisfies LibraryModel;
