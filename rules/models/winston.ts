import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

const METHODS = [
  'error',
  'warn',
  'info',
  'http',
  'verbose',
  'debug',
  'silly',
  'log',
  'emerg',
  'alert',
  'crit',
  'warning',
  'notice',
];

export const winston = {
  package: 'winston',
  source:
    'winston@3.19.0 index.d.ts (Logger, LeveledLogMethod), lib/winston/config/index.js (levels of npm and syslog)',
  display: 'logger',
  types: [{ name: '#Logger', display: 'logger', annotations: ['Logger'], fluent: ['child'] }],
  gives: [
    { path: 'createLogger()', type: '#Logger' },
    { path: 'loggers.get()', type: '#Logger' },
    { path: 'loggers.add()', type: '#Logger' },
  ],
  emissions: [...logCalls('logger', '#Logger', METHODS), ...logCalls('logger', '', METHODS)],
} satisfies LibraryModel;
