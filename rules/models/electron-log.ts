import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['error', 'warn', 'info', 'verbose', 'debug', 'silly', 'log'];

export const electronLog = {
  package: 'electron-log',
  modules: ['electron-log', 'electron-log/main', 'electron-log/node', 'electron-log/renderer'],
  source: 'electron-log@5.4.4 src/index.d.ts (LogFunctions, Logger.scope, Logger.create)',
  display: 'log',
  types: [
    {
      name: '#Logger',
      display: 'log',
      annotations: ['Logger', 'MainLogger', 'NodeLogger', 'RendererLogger', 'LogFunctions'],
    },
  ],
  gives: [
    { path: 'scope()', type: '#Logger' },
    { path: 'create()', type: '#Logger' },
    { path: '#Logger.scope()', type: '#Logger' },
  ],
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', '', METHODS)],
} satisfies LibraryModel;
