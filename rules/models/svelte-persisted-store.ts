import { keptIn, SET } from './keptIn';
import { arg, assigned, chain, type LibraryModel } from './model';
import type { Condition } from './shape/conditions';

/** `serializer` and `beforeWrite` may encrypt. */
const option = (name: string) => chain('persisted', 2, name);
const AREAS: readonly { readonly area: 'localStorage' | 'sessionStorage'; readonly when: Condition }[] = [
  { area: 'localStorage', when: { absent: ['storage', 'serializer', 'beforeWrite'].map(option) } },
  { area: 'sessionStorage', when: { where: option('storage'), is: ['session'] } },
];

export const sveltePersistedStore = {
  package: 'svelte-persisted-store',
  modules: ['svelte-persisted-store', 'svelte-local-storage-store'],
  source: 'svelte-persisted-store@0.11.0 dist/index.js (persisted, updateStorage)',
  display: 'store',
  emissions: AREAS.flatMap(({ area, when }) => [
    ...['set', 'update'].map(
      (method) =>
        ({
          emits: 'ClientStore',
          at: { call: `persisted().${method}`, arguments: [1, 1], when },
          doesMore: true,
          slots: keptIn(area, chain('persisted', 0), method === 'set' ? arg(0) : SET),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      // What a component assigns to `$store`.
      at: { assign: 'persisted().value', when },
      doesMore: true,
      slots: keptIn(area, chain('persisted', 0), assigned),
    } as const,
  ]),
} satisfies LibraryModel;
