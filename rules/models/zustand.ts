import type { StorageArea } from '../facts/schema';
import { isIn, keptIn, SET } from './keptIn';
import { arg, assigned, chain, key, type LibraryModel, returned, type Where } from './model';
import type { StorageCondition } from './shape/conditions';

const AREAS: readonly StorageArea[] = ['localStorage', 'sessionStorage', 'indexedDB', 'device'];

/** The area of the store that options at a place choose; `serialize` may encrypt. */
function keptBy(area: StorageArea, option: (name: string) => Where, absent: readonly string[]): StorageCondition {
  return isIn(area, ['storage', 'getStorage'].map(option), [...absent, 'serialize'].map(option));
}

/** What makes a store of what `persist` gives, and where it is imported from. */
const STORES = [
  { made: 'create()', in: 'zustand' },
  { made: '()', in: 'zustand' },
  { made: 'createStore()', in: 'zustand' },
  { made: 'createStore()', in: 'zustand/vanilla' },
  { made: 'createWithEqualityFn()', in: 'zustand/traditional' },
];
/** What stands between `persist` and the function that makes the state, or around both. */
const MIDDLEWARE = [
  { name: 'devtools', in: 'zustand/middleware' },
  { name: 'subscribeWithSelector', in: 'zustand/middleware' },
  { name: 'immer', in: 'zustand/middleware/immer' },
];

/** An option of the `persist` in whose call the code stands. */
function around(name: string): Where {
  return { from: 'around', call: 'persist', in: 'zustand/middleware', index: 1, path: [name] };
}

/** `create(persist(…))`, and `create<State>()(persist(…))`. */
function stores({ made, in: module }: (typeof STORES)[number]) {
  const name = made.slice(0, -2);
  return [
    { made, in: module, persisted: chain(name, 0) },
    { made: `${made}()`, in: module, persisted: chain(made, 0) },
  ];
}

/** Only `persist`: what it keeps of a state. */
export const zustand = {
  package: 'zustand',
  modules: ['zustand/middleware', 'zustand/middleware/immer'],
  source:
    'zustand@5.1.0 esm/middleware.mjs (persistImpl, createJSONStorage), @4.5.7 esm/middleware.mjs (oldImpl, newImpl)',
  display: 'set',
  types: [
    { name: '#Set', display: 'set' },
    { name: '#Store', display: 'store' },
    { name: '#InnerSet', display: 'set' },
    { name: '#InnerStore', display: 'store' },
    { name: '#Draft', display: 'state' },
  ],
  handlers: [
    { path: 'persist', parameters: ['#Set', '', '#Store'] },
    ...MIDDLEWARE.map(({ name, in: module }) => ({
      path: name,
      in: module,
      parameters: ['#InnerSet', '', '#InnerStore'],
    })),
    ...['#Set', '#InnerSet'].map((path) => ({ path, parameters: ['#Draft'] })),
  ],
  results: MIDDLEWARE.map(({ name, in: module }) => ({ path: `${name}()`, in: module, is: { same: 0 } })),
  storages: [
    { path: 'createJSONStorage()', area: 'localStorage', around: 0 },
    {
      path: 'persist()',
      area: 'localStorage',
      around: 1,
      option: { names: ['storage', 'getStorage'], absent: ['partialize', 'serialize'] },
    },
  ],
  emissions: AREAS.flatMap((area) => [
    ...['#Set', '#Store.setState'].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: { call, arguments: [1, 3], when: keptBy(area, (name) => chain('persist', 1, name), ['partialize']) },
          doesMore: true,
          // The name of the store does not tell what its members are.
          slots: keptIn(area, [], SET),
        }) as const,
    ),
    ...['#InnerSet', '#InnerStore.setState'].map(
      (call) =>
        ({
          emits: 'ClientStore',
          at: { call, arguments: [1, 3], when: keptBy(area, around, ['partialize']) },
          doesMore: true,
          slots: keptIn(area, [], SET),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      // What a function writes to the draft of the state that immer hands it.
      at: { assign: '#Draft.**', when: keptBy(area, around, ['partialize']) },
      doesMore: true,
      slots: keptIn(area, key, assigned),
    } as const,
    ...STORES.flatMap(stores).map(
      ({ made, in: module, persisted }) =>
        ({
          emits: 'ClientStore',
          at: { call: `${made}.setState`, in: module, arguments: [1, 3], when: { storage: [persisted], area } },
          doesMore: true,
          slots: keptIn(area, [], SET),
        }) as const,
    ),
    {
      emits: 'ClientStore',
      at: {
        call: 'persist',
        arguments: [2, 2],
        when: { ...keptBy(area, (name) => arg(1, name), []), present: arg(1, 'partialize') },
      },
      doesMore: true,
      slots: keptIn(area, [], returned(1, 'partialize')),
    } as const,
  ]),
} satisfies LibraryModel;
