import type { LibraryModel } from './model';
import { NODE_CONFIG } from './nodeConfig';

/** Only what it reads: the files of the project. */
export const config = {
  package: 'config',
  source: 'config@4.1.1 lib/config.js (get) and lib/util.js (loadFileConfigs, loadCustomEnvVars)',
  display: 'config',
  gives: [],
  results: [{ path: 'get()', is: { configured: NODE_CONFIG } }],
  emissions: [],
} satisfies LibraryModel;
