import { keptIn, SET } from './keptIn';
import { chain, type LibraryModel } from './model';

const HOOKS = [
  { hook: 'useLocalStorageState', area: 'localStorage' },
  { hook: 'useSessionStorageState', area: 'sessionStorage' },
] as const;

export const ahooks = {
  package: 'ahooks',
  source: 'ahooks@3.11.0 es/createUseStorageState/index.js, es/useLocalStorageState/index.js',
  display: 'setState',
  emissions: HOOKS.map(
    ({ hook, area }) =>
      ({
        emits: 'ClientStore',
        at: { call: `${hook}().1`, arguments: [1, 1] },
        doesMore: true,
        slots: keptIn(area, chain(hook, 0), SET),
      }) as const,
  ),
} satisfies LibraryModel;
