import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'mark', 'log'];

export const log4js = {
  package: 'log4js',
  source: 'log4js@6.9.1 types/log4js.d.ts (Logger, getLogger), lib/levels.js',
  display: 'logger',
  types: [{ name: '#Logger', display: 'logger', annotations: ['Logger'] }],
  gives: [
    { path: 'getLogger()', type: '#Logger' },
    { path: 'configure().getLogger()', type: '#Logger' },
  ],
  emissions: logCalls('logger', '#Logger', METHODS),
} satisfies LibraryModel;
