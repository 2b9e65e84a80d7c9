import type { LibraryModel } from './model';

/** Only what its hooks give: what a provider of a context holds, what reducers are called with, what is remembered. */
export const react = {
  package: 'react',
  modules: ['react', 'preact', 'preact/hooks', 'preact/compat'],
  source: 'react@19.2.0 cjs/react.development.js (createContext, useContext, use, useReducer, useMemo, useCallback)',
  display: 'React',
  results: [
    { path: 'useContext()', is: { offered: 0 } },
    { path: 'use()', is: { offered: 0 } },
    { path: 'useMemo()', is: { returned: 0 } },
    { path: 'useCallback()', is: { same: 0 } },
    { path: 'useReducer()', is: { reducer: 0 } },
  ],
  offers: [
    { by: 'createContext().Provider', name: 'owner', value: 0, path: ['value'], is: 'value' },
    // React 19: a context is its own provider.
    { by: 'createContext()', name: 'itself', value: 0, path: ['value'], is: 'value' },
  ],
  emissions: [],
} satisfies LibraryModel;
