import { type Library, load } from './libraries';
import { type Keeper, type Keeping, TOKEN } from './observeStores';
import { latest } from './sessionServers';
import { local, session } from './storages';

/** What keeps the state of Vue's stores, and refs, in a page. */
export const VUE_KEEPERS: Readonly<Record<string, Keeper>> = {
  '@vueuse/core': { file: 'dist/index.js', text: 'function useStorage(', keepings: vueuse },
  'pinia-plugin-persistedstate': { file: 'dist/index.js', text: 'function persistState(', keepings: pinia },
  'vuex-persist': { file: 'dist/cjs/index.js', text: 'this.saveState', keepings: vuexPersist },
  'vuex-persistedstate': { file: 'src/index.ts', text: 'storage.setItem', keepings: vuexPersistedstate },
};

interface Vue {
  createApp(component: object): { use(plugin: unknown): void };
  nextTick(): Promise<void>;
}

async function vueuse(library: Library): Promise<readonly Keeping[]> {
  type Ref = { value: string };
  type Use = (key: string, initial: string, storage?: unknown) => Ref;
  const { nextTick } = await load<Vue>(latest('vue'));
  const uses = await load<Record<'useLocalStorage' | 'useSessionStorage' | 'useStorage', Use>>(library);
  let count = 0;
  const kept = (call: keyof typeof uses, text = '', storage?: unknown): Keeping => ({
    before: `import { ${call} } from '@vueuse/core';`,
    call: `${call}('token', ''${text}).value = token`,
    async keep() {
      // Where one stands for a key already, it is given again.
      uses[call](`token${count++}`, '', storage).value = TOKEN;
      await nextTick();
    },
  });
  return [
    kept('useLocalStorage'),
    kept('useSessionStorage'),
    kept('useStorage'),
    kept('useStorage', ', sessionStorage', session),
  ];
}

async function pinia(library: Library): Promise<readonly Keeping[]> {
  interface Pinia {
    createPinia(): { use(plugin: unknown): void };
    defineStore(name: string, options: object): (pinia: unknown) => { keep(token: string): void };
  }
  const { createApp, nextTick } = await load<Vue>(latest('vue'));
  const { createPinia, defineStore } = await load<Pinia>(latest('pinia'));
  const plugin = await load<unknown>(library);
  const kept = (text: string, persist: unknown): Keeping => ({
    before: "import { defineStore } from 'pinia';",
    call: `defineStore('auth', { state: () => ({ token: '' }), actions: { keep(token) { this.token = token; } }, persist: ${text} })`,
    async keep() {
      const pinia = createPinia();
      pinia.use(plugin);
      createApp({}).use(pinia);
      const actions = {
        keep(this: { token: string }, token: string) {
          this.token = token;
        },
      };
      defineStore('auth', { state: () => ({ token: '' }), actions, persist })(pinia).keep(TOKEN);
      await nextTick();
    },
  });
  return [kept('true', true), kept('{ storage: sessionStorage }', { storage: session })];
}

interface Vuex {
  createStore(options: object): { commit(name: string): void };
}

async function vuexKeeping(before: string, plugins: string, plugin: () => unknown): Promise<Keeping> {
  const { createStore } = await load<Vuex>(latest('vuex'));
  const mutations = {
    keep(state: { token: string }) {
      state.token = TOKEN;
    },
  };
  return {
    before: `import { createStore } from 'vuex';\n${before}`,
    call: `createStore({ state: { token: '' }, mutations: { keep(state, token) { state.token = token; } }, plugins: [${plugins}] })`,
    keep: () => createStore({ state: { token: '' }, mutations, plugins: [plugin()] }).commit('keep'),
  };
}

async function vuexPersist(library: Library): Promise<readonly Keeping[]> {
  type Options = { readonly storage: unknown };
  const VuexPersistence = await load<new (options: Options) => { readonly plugin: unknown }>(library);
  const kept = (text: string, storage: unknown) =>
    vuexKeeping(
      "import VuexPersistence from 'vuex-persist';",
      `new VuexPersistence({ storage: ${text} }).plugin`,
      () => {
        return new VuexPersistence({ storage }).plugin;
      },
    );
  return [await kept('window.localStorage', local), await kept('window.sessionStorage', session)];
}

async function vuexPersistedstate(library: Library): Promise<readonly Keeping[]> {
  const createPersistedState = await load<(options?: object) => unknown>(library);
  const before = "import createPersistedState from 'vuex-persistedstate';";
  return [
    await vuexKeeping(before, 'createPersistedState()', () => createPersistedState()),
    await vuexKeeping(before, 'createPersistedState({ storage: window.sessionStorage })', () =>
      createPersistedState({ storage: session }),
    ),
  ];
}
