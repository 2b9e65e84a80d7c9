import type { LibraryModel } from './model';
import { keptStatesOf } from './vuexStates';

export const vuexPersist = {
  package: 'vuex-persist',
  source: 'vuex-persist@3.1.3 dist/esm/index.js (VuexPersistence)',
  display: 'store',
  // `saveState` may encrypt, and `reducer` chooses.
  emissions: ['', 'VuexPersistence'].flatMap((call) => keptStatesOf(call, 'modules', ['reducer', 'saveState'])),
} satisfies LibraryModel;
