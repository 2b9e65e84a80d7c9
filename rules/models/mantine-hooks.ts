import { keptIn, SET } from './keptIn';
import { arg, chain, type LibraryModel } from './model';

const HOOKS = [
  { hook: 'useLocalStorage', area: 'localStorage' },
  { hook: 'useSessionStorage', area: 'sessionStorage' },
] as const;

export const mantineHooks = {
  package: '@mantine/hooks',
  source: '@mantine/hooks@9.7.4 esm/use-local-storage/create-storage.mjs, use-local-storage.mjs',
  display: 'setValue',
  emissions: HOOKS.flatMap(({ hook, area }) => [
    {
      emits: 'ClientStore',
      at: { call: `${hook}().1`, arguments: [1, 1] },
      doesMore: true,
      slots: keptIn(area, chain(hook, 0, 'key'), SET),
    } as const,
    {
      emits: 'ClientStore',
      // The default is written once the component is there.
      at: { call: hook, arguments: [1, 1] },
      doesMore: true,
      slots: keptIn(area, arg(0, 'key'), arg(0, 'defaultValue')),
    } as const,
  ]),
} satisfies LibraryModel;
