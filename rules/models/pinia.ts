import type { StorageArea } from '../facts/schema';
import { isIn, keptIn } from './keptIn';
import { assigned, key, type LibraryModel, type StorageCondition, type Where } from './model';

const AREAS: readonly StorageArea[] = ['localStorage', 'sessionStorage', 'indexedDB'];

/** What the option `persist` says that stands in an argument of `defineStore`, as pinia-plugin-persistedstate reads it. */
function persisted(area: StorageArea, index: number): StorageCondition {
  const option = (...path: readonly string[]): Where => {
    return { from: 'around', call: 'defineStore', in: 'pinia', index, path: ['persist', ...path] };
  };
  return {
    // `strategies` are those of another plugin; a serializer may encrypt.
    ...isIn(area, [option('storage')], [option('serializer'), option('enabled'), option('strategies')]),
    present: option(),
    only: [option('pick'), option('paths')],
    except: [option('omit')],
  };
}

export const pinia = {
  package: 'pinia',
  source:
    'pinia@4.1.0, pinia-plugin-persistedstate@4.7.1 dist/index.js (createPersistence, persistState), @3.2.3 dist/index.js, @4.7.1 dist/nuxt/runtime/plugin.js ' +
    'and @1.6.3 dist/index.mjs',
  display: 'store',
  emissions: AREAS.flatMap((area) => [
    ...[0, 1].map(
      (index) =>
        ({
          emits: 'ClientStore',
          at: { assign: 'this.*', in: '', when: persisted(area, index) },
          doesMore: true,
          // The plugin for Nuxt keeps stores in cookies.
          lacks: 'nuxt',
          slots: keptIn(area, key, assigned),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      at: { assign: 'ref().value', in: 'vue', when: persisted(area, 2) },
      doesMore: true,
      lacks: 'nuxt',
      slots: keptIn(area, [], assigned),
    } as const,
  ]),
} satisfies LibraryModel;
