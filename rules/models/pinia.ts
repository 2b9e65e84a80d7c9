import { COOKIE_SAME_SITE, scriptCookie } from './cookieOptions';
import { keptIn } from './keptIn';
import { arg, assigned, chain, flow, key, type LibraryModel, required, variable, type Where } from './model';
import type { StorageCondition } from './shape/conditions';
import type { KeptArea } from './shape/storages';

const PLUGIN = 'pinia-plugin-persistedstate';
const AREAS = ['localStorage', 'sessionStorage', 'indexedDB'] as const;

/** What calling a store gives: `useAuth()`. */
const STORE = 'defineStore()()';

/** What `createPersistedState` says of all stores, where something calls it. */
function ofAll(name: string): Where {
  return { from: 'registration', path: [name], isOptional: true };
}

/** An argument of the `defineStore` in which the code stands, or that made the store that it names. */
type Places = (...path: readonly string[]) => Where;
function around(index: number): Places {
  return (...path) => ({ from: 'around', call: 'defineStore', in: 'pinia', index, path });
}
function made(index: number): Places {
  return (...path) => chain('defineStore', index, ...path);
}

/** What the option `persist` says, as pinia-plugin-persistedstate reads it. */
function persisted(area: KeptArea, byDefault: boolean, place: Places): StorageCondition {
  const option: Places = (...path) => place('persist', ...path);
  return {
    storage: [option('storage'), ofAll('storage')],
    area,
    byDefault,
    // `strategies` are those of another plugin; a serializer may encrypt.
    absent: [option('serializer'), option('enabled'), option('strategies'), ofAll('serializer')],
    present: option(),
    only: [option('pick'), option('paths')],
    except: [option('omit')],
  };
}

/** What writes to the state of a store that is kept in an area, and what it writes. */
function writes(area: KeptArea, byDefault: boolean) {
  const at = <const T extends object>(trigger: T, place: Places) => ({
    ...trigger,
    when: persisted(area, byDefault, place),
  });
  return [
    ...[0, 1].flatMap((index) => [
      { at: at({ assign: 'this.*', in: '' }, around(index)), key, value: assigned },
      { at: at({ method: '$patch', arguments: [1, 1] }, around(index)), key: [], value: arg(0) },
    ]),
    { at: at({ assign: 'ref().value', in: 'vue' }, around(2)), key: variable, value: assigned },
    ...[0, 1, 2].flatMap((index) => [
      { at: at({ assign: `${STORE}.**`, in: 'pinia' }, made(index)), key, value: assigned },
      { at: at({ call: `${STORE}.$patch`, in: 'pinia', arguments: [1, 1] }, made(index)), key: [], value: arg(0) },
    ]),
  ];
}

const STATES = AREAS.flatMap((area) =>
  writes(area, area === 'localStorage').map(
    ({ at, key: name, value }) =>
      ({
        emits: 'ClientStore',
        at,
        doesMore: true,
        // The plugin for Nuxt keeps stores in cookies.
        lacks: 'nuxt',
        slots: keptIn(area, name, value),
      }) as const,
  ),
);

/** In Nuxt, where only a storage that is written keeps states elsewhere. */
const NUXT_STATES = AREAS.flatMap((area) =>
  writes(area, false).map(
    ({ at, key: name, value }) =>
      ({ emits: 'ClientStore', at, doesMore: true, needs: 'nuxt', slots: keptIn(area, name, value) }) as const,
  ),
);

const NUXT_COOKIES = writes('cookie', true).map(
  ({ at, key: name, value }) =>
    ({
      emits: 'CookieWrite',
      at,
      doesMore: true,
      needs: 'nuxt',
      slots: {
        ...scriptCookie(),
        // The cookie is called like the store: what tells is the member of the state.
        name: required(name),
        value: flow(value),
        secure: required([]),
        sameSite: { ...required([]), spelled: COOKIE_SAME_SITE },
        lifetime: required([]),
      },
    }) as const,
);

export const pinia = {
  package: 'pinia',
  modules: ['pinia', PLUGIN],
  broughtBy: ['@pinia/nuxt'],
  autoImports: ['defineStore', 'storeToRefs', 'persistedState', 'piniaPluginPersistedstate'],
  members: [
    {
      path: STORE,
      of: [
        { argument: 0, path: ['actions'] },
        { argument: 1, path: ['actions'] },
        { argument: 1, isReturned: true },
      ],
    },
  ],
  source:
    'pinia@4.1.0, pinia-plugin-persistedstate@4.7.1 dist/index.js (createPersistence, persistState), @3.2.3 dist/index.js, ' +
    '@4.5.0 dist/nuxt/runtime/plugin.js and storages.js, @1.6.3 dist/index.mjs, ' +
    '@pinia-plugin-persistedstate/nuxt@1.2.1 dist/runtime/plugin.js and storages.js',
  display: 'store',
  results: [{ path: 'storeToRefs()', is: { same: 0 } }],
  registrations: [{ at: { call: 'createPersistedState' }, options: arg(0) }],
  storages: [
    ...(['localStorage', 'sessionStorage'] as const).flatMap((area) => [
      { path: `persistedState.${area}`, area },
      { path: `piniaPluginPersistedstate.${area}()`, area },
    ]),
    ...['persistedState.cookies', 'persistedState.cookiesWithOptions()', 'piniaPluginPersistedstate.cookies()'].map(
      (path) => ({ path, area: 'cookie' }) as const,
    ),
  ],
  emissions: [...STATES, ...NUXT_STATES, ...NUXT_COOKIES],
} satisfies LibraryModel;
