import type { LibraryModel } from './model';

/** Only what stores are made of, and what `commit` and `dispatch` call of that. */
export const vuex = {
  package: 'vuex',
  source:
    'vuex@4.1.0 dist/vuex.esm-bundler.js (createStore, Store, installModule, registerMutation, registerAction, getNamespace)',
  display: 'store',
  offers: ['createStore', 'Store'].map((by) => ({ by, value: 0, is: 'value' }) as const),
  namedCalls: {
    by: { commit: 'mutations', dispatch: 'actions' },
    parts: 'modules',
    isPrefixed: 'namespaced',
    separator: '/',
  },
  emissions: [],
} satisfies LibraryModel;
