import { logCalls } from './logCalls';
import type { LibraryModel } from './model';

/** What `DEBUG=…` turns on; on a server it goes to the same log as the rest. */
export const debug = {
  package: 'debug',
  source: 'debug@4.4.3 src/common.js (createDebug), src/node.js (log)',
  display: 'debug',
  emissions: [...logCalls('console', '', ['()', 'debug()'])],
} satisfies LibraryModel;
