import { arg, chain, constant, flow, type LibraryModel, required } from './model';

export const usehooksTs = {
  package: 'usehooks-ts',
  source:
    'usehooks-ts@3.1.1 dist/index.js (useLocalStorage, useSessionStorage), @2.16.0 dist/index.mjs, ' +
    '@1.2.0 dist/useLocalStorage/useLocalStorage.js',
  display: 'setValue',
  emissions: (
    [
      { hook: 'useLocalStorage', area: 'localStorage' },
      { hook: 'useSessionStorage', area: 'sessionStorage' },
    ] as const
  ).map(
    ({ hook, area }) =>
      ({
        emits: 'ClientStore',
        at: { call: `${hook}().1`, arguments: [1, 1] },
        // The key stands at the hook.
        slots: { area: constant(area), key: required(chain(hook, 0)), value: flow(arg(0)) },
      }) as const,
  ),
} satisfies LibraryModel;
