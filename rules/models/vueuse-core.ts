import { arg, assigned, constant, flow, type LibraryModel, required } from './model';

const AREAS = [
  { hook: 'useLocalStorage', ref: '#LocalRef', area: 'localStorage' },
  { hook: 'useSessionStorage', ref: '#SessionRef', area: 'sessionStorage' },
] as const;

export const vueuseCore = {
  package: '@vueuse/core',
  source: '@vueuse/core@15.0.0 dist/index.js (useStorage, useLocalStorage, useSessionStorage), @10.11.1 index.mjs',
  display: 'storage',
  types: AREAS.map(({ ref }) => ({ name: ref, display: 'storage' })),
  gives: AREAS.map(({ hook, ref }) => ({ path: `${hook}()`, type: ref })),
  emissions: [
    ...AREAS.flatMap(({ hook, ref, area }) => [
      ...([`${ref}.value`, `${ref}.value.*`] as const).map(
        (assign) =>
          ({
            emits: 'ClientStore',
            at: { assign },
            slots: { area: constant(area), key: required([]), value: flow(assigned) },
          }) as const,
      ),
      {
        emits: 'ClientStore',
        // Without options what stands in for an empty storage is written to it.
        at: { call: hook, arguments: [2, 2] },
        slots: { area: constant(area), key: required(arg(0)), value: flow(arg(1)) },
      } as const,
    ]),
    {
      emits: 'ClientStore',
      at: { call: 'useStorage', arguments: [2, 2] },
      slots: { area: constant('localStorage'), key: required(arg(0)), value: flow(arg(1)) },
    },
  ],
} satisfies LibraryModel;
