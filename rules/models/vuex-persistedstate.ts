import type { LibraryModel } from './model';
import { keptStatesOf } from './vuexStates';

export const vuexPersistedstate = {
  package: 'vuex-persistedstate',
  source: 'vuex-persistedstate@4.1.0 dist/vuex-persistedstate.es.js, @2.7.1 dist/vuex-persistedstate.es.js',
  display: 'store',
  // `setState` may encrypt, and `reducer` chooses.
  emissions: ['', 'createPersistedState'].flatMap((call) => keptStatesOf(call, 'paths', ['reducer', 'setState'])),
} satisfies LibraryModel;
