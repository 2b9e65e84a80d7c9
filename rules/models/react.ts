import type { LibraryModel } from './model';

export const react = {
  package: 'react',
  source: 'react@19.2.0 cjs/react.development.js (createContext, use, useCallback, useContext, useMemo)',
  display: 'React',
  results: [
    { path: 'useContext()', is: { provided: 0 } },
    { path: 'use()', is: { provided: 0 } },
    { path: 'useCallback()', is: { same: 0 } },
    { path: 'useMemo()', is: { returned: 0 } },
  ],
  emissions: [],
} satisfies LibraryModel;
