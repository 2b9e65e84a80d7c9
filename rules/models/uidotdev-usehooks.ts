import { keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const HOOKS = [
  { hook: 'useLocalStorage', area: 'localStorage' },
  { hook: 'useSessionStorage', area: 'sessionStorage' },
] as const;

export const uidotdevUsehooks = {
  package: '@uidotdev/usehooks',
  source: '@uidotdev/usehooks@2.4.1 index.js (useLocalStorage, useSessionStorage)',
  display: 'setState',
  emissions: HOOKS.flatMap(({ hook, area }) => [
    {
      emits: 'ClientStore',
      at: { call: `${hook}().1`, arguments: [1, 1] },
      doesMore: true,
      slots: keptIn(area, chain(hook, 0), SET),
    } as const,
    {
      emits: 'ClientStore',
      // Written where nothing is stored yet.
      at: { call: hook, arguments: [2, 2] },
      doesMore: true,
      slots: keptIn(area, arg(0), arg(1)),
    } as const,
  ]),
} satisfies LibraryModel;
