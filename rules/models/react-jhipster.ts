import { keptBy } from './keptIn';
import type { LibraryModel } from './model';

export const reactJhipster = {
  package: 'react-jhipster',
  source: 'react-jhipster@0.25.3 lib/util/storage-util.js (Storage)',
  display: 'Storage',
  emissions: [keptBy('Storage.local.set', 'localStorage'), keptBy('Storage.session.set', 'sessionStorage')],
} satisfies LibraryModel;
