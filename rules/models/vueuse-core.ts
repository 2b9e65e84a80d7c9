import { isIn, keptIn } from './keptIn';
import { arg, assigned, chain, key, type LibraryModel } from './model';

const AREAS = [
  { hook: 'useLocalStorage', ref: '#LocalRef', area: 'localStorage' },
  { hook: 'useSessionStorage', ref: '#SessionRef', area: 'sessionStorage' },
] as const;

/** Those that may be told which storage it is. */
const ASKED = ['useStorage', 'useStorageAsync'] as const;

export const vueuseCore = {
  package: '@vueuse/core',
  broughtBy: ['@vueuse/nuxt'],
  autoImports: ['useLocalStorage', 'useSessionStorage', ...ASKED],
  source:
    '@vueuse/core@15.0.0 dist/index.js (useStorage, useLocalStorage, useSessionStorage), @14.4.0 dist/index.js (useStorageAsync), @10.11.1 index.mjs',
  display: 'storage',
  types: AREAS.map(({ ref }) => ({ name: ref, display: 'storage' })),
  gives: AREAS.map(({ hook, ref }) => ({ path: `${hook}()`, type: ref })),
  emissions: AREAS.flatMap(({ hook, ref, area }) => [
    {
      emits: 'ClientStore',
      at: { assign: `${ref}.value` },
      slots: keptIn(area, chain(hook, 0), assigned),
    } as const,
    {
      emits: 'ClientStore',
      at: { assign: `${ref}.value.*` },
      slots: keptIn(area, key, assigned),
    } as const,
    {
      emits: 'ClientStore',
      // Without options what stands in for an empty storage is written to it.
      at: { call: hook, arguments: [2, 2] },
      doesMore: true,
      slots: keptIn(area, arg(0), arg(1)),
    } as const,
    ...ASKED.flatMap((name) => [
      {
        emits: 'ClientStore',
        at: { assign: `${name}().value`, when: isIn(area, [chain(name, 2)]) },
        slots: keptIn(area, chain(name, 0), assigned),
      } as const,
      {
        emits: 'ClientStore',
        at: { assign: `${name}().value.*`, when: isIn(area, [chain(name, 2)]) },
        slots: keptIn(area, key, assigned),
      } as const,
      {
        emits: 'ClientStore',
        at: { call: name, arguments: [2, 3], when: isIn(area, [arg(2)]) },
        doesMore: true,
        slots: keptIn(area, arg(0), arg(1)),
      } as const,
    ]),
  ]),
} satisfies LibraryModel;
