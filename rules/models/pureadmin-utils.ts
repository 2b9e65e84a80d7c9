import { keptBy } from './keptIn';
import type { LibraryModel } from './model';

/** Only its storages. */
export const pureadminUtils = {
  package: '@pureadmin/utils',
  source: '@pureadmin/utils@2.4.7 dist/index.mjs (storageLocal, storageSession)',
  display: 'storage',
  emissions: [keptBy('storageLocal().setItem', 'localStorage'), keptBy('storageSession().setItem', 'sessionStorage')],
} satisfies LibraryModel;
