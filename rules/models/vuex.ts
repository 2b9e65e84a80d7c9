import type { LibraryModel } from './model';

/** Only what stores are made of: what `commit` and `dispatch` call stands there. */
export const vuex = {
  package: 'vuex',
  source: 'vuex@4.1.0 dist/vuex.esm-bundler.js (createStore, Store, installModule, registerMutation, registerAction)',
  display: 'store',
  offers: ['createStore', 'Store'].map((by) => ({ by, value: 0, is: 'value' }) as const),
  emissions: [],
} satisfies LibraryModel;
