import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Observation, observe, type Probe } from './observation';
import { PAGE_KEEPERS } from './pageKeepers';
import { SDK_KEEPERS } from './sdkKeepers';
import { openPage, type PageStorage, session } from './storages';
import { VUE_KEEPERS } from './vueKeepers';

export const TOKEN = 'kept-token';

/** One way to keep a token in a page. */
export interface Keeping {
  readonly call: string;
  /** What stands before the call in a program. */
  readonly before: string;
  /** What is asked, where it is not where. */
  readonly asks?: 'persists';
  keep(): unknown;
}

/** How a library keeps values; it is loaded when the page is there. */
export interface Keeper {
  /** Where that is written. */
  readonly file: string | readonly string[];
  readonly text: string;
  readonly kind?: 'SdkStorage';
  /** What tells of the token, where it is written in another form. */
  readonly shown?: string;
  keepings(library: Library): Promise<readonly Keeping[]>;
}

type Put = (key: string, value: string) => unknown;

/** Where libraries keep tokens, in what a page has. */
export async function observeStores(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  const { areasOf, close } = await openPage();
  try {
    for (const [packageName, keeper] of Object.entries({
      ...KEEPERS,
      ...PAGE_KEEPERS,
      ...VUE_KEEPERS,
      ...SDK_KEEPERS,
    })) {
      const { file, text, kind = 'ClientStore', shown = TOKEN, keepings } = keeper;
      for (const library of releasesOf(packageName)) {
        const source = sourceOf(library, file, text);
        const probes = (await keepings(library)).map(
          ({ call, before, asks = kind === 'SdkStorage' ? 'storage' : 'area', keep }): Probe => ({
            kind,
            attribute: asks,
            probe: call,
            source,
            program: `${before}\n${call};`,
            async run() {
              const areas = await areasOf(keep, shown);
              return asks === 'persists' ? areas !== '' : areas || 'memory';
            },
          }),
        );
        observations.push(...(await observe(library, packageName, probes)));
      }
    }
  } finally {
    close();
  }
  return observations;
}

const KEEPERS: Readonly<Record<string, Keeper>> = {
  idb: { file: 'build/index.js', text: 'function openDB(', keepings: idb },
  'idb-keyval': { file: 'dist/index.js', text: 'function set(', keepings: idbKeyval },
  localforage: { file: 'dist/localforage.js', text: 'DefaultDriverOrder', keepings: localforage },
  'local-storage': { file: 'local-storage.js', text: 'function set', keepings: localStorageOf },
  lscache: { file: 'lscache.js', text: 'set: function', keepings: lscache },
  store: { file: 'src/store-engine.js', text: 'set: function', keepings: store },
  store2: { file: 'dist/store2.js', text: 'set: function', keepings: store2 },
  zustand: { file: 'esm/middleware.mjs', text: 'function createJSONStorage(', keepings: zustand },
};

async function idb(library: Library): Promise<readonly Keeping[]> {
  type Database = {
    createObjectStore(name: string): void;
    put(store: string, value: string, key: string): Promise<void>;
    close(): void;
  };
  const { openDB } = await load<{
    openDB(name: string, version: number, options: { upgrade(db: Database): void }): Promise<Database>;
  }>(library);
  return [
    {
      before: "import { openDB } from 'idb';\nconst db = await openDB('d', 1, { upgrade });",
      call: "db.put('s', token, 'token')",
      async keep() {
        const db = await openDB('d', 1, { upgrade: (made) => made.createObjectStore('s') });
        await db.put('s', TOKEN, 'token');
        db.close();
      },
    },
  ];
}

async function idbKeyval(library: Library): Promise<readonly Keeping[]> {
  const { set } = await load<{ set: Put }>(library);
  return [puts("import { set } from 'idb-keyval';", 'set', set)];
}

async function localforage(library: Library): Promise<readonly Keeping[]> {
  interface Forage {
    readonly LOCALSTORAGE: string;
    setItem: Put;
    createInstance(options: object): Forage;
  }
  const forage = await load<Forage>(library);
  const before = "import localforage from 'localforage';";
  const old = forage.createInstance({ driver: forage.LOCALSTORAGE });
  return [
    puts(before, 'localforage.setItem', (key, value) => forage.setItem(key, value)),
    puts(before, 'localforage.createInstance({ driver: localforage.LOCALSTORAGE }).setItem', (key, value) =>
      old.setItem(key, value),
    ),
  ];
}

async function localStorageOf(library: Library): Promise<readonly Keeping[]> {
  const ls = await load<Put>(library);
  return [puts("import ls from 'local-storage';", 'ls', ls)];
}

async function lscache(library: Library): Promise<readonly Keeping[]> {
  const { set } = await load<{ set: Put }>(library);
  return [puts("import lscache from 'lscache';", 'lscache.set', set)];
}

async function store(library: Library): Promise<readonly Keeping[]> {
  const engine = await load<{ set: Put }>(library);
  return [puts("import store from 'store';", 'store.set', (key, value) => engine.set(key, value))];
}

async function store2(library: Library): Promise<readonly Keeping[]> {
  const made = await load<Put & { set: Put; readonly session: Put }>(library);
  const before = "import store from 'store2';";
  return [
    puts(before, 'store', made),
    puts(before, 'store.set', (key, value) => made.set(key, value)),
    puts(before, 'store.session', made.session),
  ];
}

export function puts(before: string, callee: string, put: Put): Keeping {
  return { before, call: `${callee}('token', token)`, keep: () => put('token', TOKEN) };
}

async function zustand(library: Library): Promise<readonly Keeping[]> {
  type State = { readonly token: string };
  type Maker = (set: (state: State) => void) => State;
  const { createStore } = await load<{ createStore(maker: Maker): { setState(state: State): void } }>(
    library,
    '/vanilla',
  );
  const { persist, createJSONStorage } = await load<{
    persist(maker: Maker, options: object): Maker;
    createJSONStorage(storage: () => PageStorage): object;
  }>(library, '/middleware');
  const kept = (text: string, options: object): Keeping => ({
    before:
      "import { createStore } from 'zustand/vanilla';\nimport { createJSONStorage, persist } from 'zustand/middleware';",
    call: `createStore(persist((set) => ({ keep: (token) => set({ token }) }), { name: 'auth'${text} }))`,
    keep: () => createStore(persist(() => ({ token: '' }), { name: 'auth', ...options })).setState({ token: TOKEN }),
  });
  return [
    kept('', {}),
    kept(', storage: createJSONStorage(() => sessionStorage)', {
      storage: createJSONStorage(() => session),
    }),
  ];
}
