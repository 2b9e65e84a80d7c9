import { type Library, load, releasesOf } from './libraries';
import { type Keeper, type Keeping, puts, TOKEN } from './observeStores';
import { type PageStorage, session } from './storages';

/** Libraries that keep values in a page, beside those of `observeStores`. */
export const PAGE_KEEPERS: Readonly<Record<string, Keeper>> = {
  dexie: { file: 'dist/dexie.js', text: 'Table.prototype.put =', keepings: dexie },
  jotai: { file: 'dist/vanilla/utils.js', text: 'atomWithStorage', keepings: jotai },
  'redux-persist': { file: 'lib/createPersistoid.js', text: 'storage.setItem(', keepings: reduxPersist },
  // What it writes is packed, under the plain name.
  'secure-ls': { file: 'dist/secure-ls.js', text: 'set(key, data', shown: 'token', keepings: secureLs },
  '@nanostores/persistent': { file: 'index.js', text: 'persistentAtom', keepings: nanostores },
  'web-storage-cache': { file: 'src/web-storage-cache.js', text: 'storage.setItem(', keepings: webStorageCache },
  'svelte-persisted-store': { file: 'dist/index.js', text: 'function updateStorage(', keepings: sveltePersistedStore },
};

async function dexie(library: Library): Promise<readonly Keeping[]> {
  type Table = Readonly<Record<'put' | 'add' | 'bulkPut' | 'bulkAdd' | 'update' | 'upsert', Call>>;
  type Call = (...given: readonly unknown[]) => Promise<unknown>;
  interface Database {
    version(number: number): { stores(schema: object): void };
    table(name: string): Table;
    close(): void;
  }
  const Dexie = await load<new (name: string) => Database>(library);
  let count = 0;
  const keeping = (call: string, keep: (table: Table) => Promise<unknown>): Keeping => ({
    before: "import Dexie from 'dexie';\nconst db = new Dexie('d');\ndb.version(1).stores({ kept: '' });",
    call: `db.table('kept').${call}`,
    async keep() {
      const db = new Dexie(`dexie${count++}`);
      db.version(1).stores({ kept: '' });
      await keep(db.table('kept'));
      db.close();
    },
  });
  return [
    keeping("put(token, 'token')", (table) => table.put(TOKEN, 'token')),
    keeping("add(token, 'token')", (table) => table.add(TOKEN, 'token')),
    keeping("bulkPut([token], ['token'])", (table) => table.bulkPut([TOKEN], ['token'])),
    keeping("bulkAdd([token], ['token'])", (table) => table.bulkAdd([TOKEN], ['token'])),
    keeping("upsert('token', { token })", (table) => table.upsert('token', { token: TOKEN })),
  ];
}

async function jotai(library: Library): Promise<readonly Keeping[]> {
  type Storage = () => PageStorage;
  const { createStore } = await load<{ createStore(): { set(atom: unknown, value: string): void } }>(
    library,
    '/vanilla',
  );
  const { atomWithStorage, createJSONStorage } = await load<{
    atomWithStorage(key: string, initial: string, storage?: unknown): unknown;
    createJSONStorage(storage: Storage): unknown;
  }>(library, '/vanilla/utils');
  const kept = (text: string, ...storage: readonly unknown[]): Keeping => ({
    before:
      "import { createStore } from 'jotai/vanilla';\nimport { atomWithStorage, createJSONStorage } from 'jotai/vanilla/utils';",
    call: `createStore().set(atomWithStorage('token', ''${text}), token)`,
    keep: () => createStore().set(atomWithStorage('token', '', ...storage), TOKEN),
  });
  return [
    kept(''),
    kept(
      ', createJSONStorage(() => sessionStorage)',
      createJSONStorage(() => session),
    ),
  ];
}

async function reduxPersist(library: Library): Promise<readonly Keeping[]> {
  type Reducer = (state: { readonly token: string } | undefined, action: { readonly type: string }) => object;
  type Store = { dispatch(action: object): void };
  const { createStore } = await load<{ createStore(reducer: Reducer): Store }>(releasesOf('redux')[0] as Library);
  const { persistReducer, persistStore } = await load<{
    persistReducer(config: object, reducer: Reducer): Reducer;
    persistStore(store: Store, options: null, ready: () => void): { flush(): Promise<void>; pause(): void };
  }>(library);
  const kept = async (name: string, path: string): Promise<Keeping> => {
    const loaded = await load<{ readonly default?: object }>(library, path);
    const storage = loaded.default ?? loaded;
    return {
      before: [
        "import { persistReducer } from 'redux-persist';",
        `import ${name} from 'redux-persist${path}';`,
        "const reducer = (state = { token: '' }, action) => action.type === 'in' ? { token: action.token } : state;",
      ].join('\n'),
      call: `persistReducer({ key: 'root', storage: ${name} }, reducer)`,
      async keep() {
        const reducer: Reducer = (state = { token: '' }, { type }) => (type === 'in' ? { token: TOKEN } : state);
        const store = createStore(persistReducer({ key: 'root', storage }, reducer));
        await new Promise<void>((resolve) => {
          const { flush, pause } = persistStore(store, null, () => {
            store.dispatch({ type: 'in' });
            void flush().then(() => {
              pause();
              resolve();
            });
          });
        });
      },
    };
  };
  return [await kept('storage', '/lib/storage'), await kept('session', '/lib/storage/session')];
}

async function secureLs(library: Library): Promise<readonly Keeping[]> {
  type Options = { readonly encodingType: string };
  const SecureLS = await load<new (options?: Options) => { set(key: string, value: string): void }>(library);
  const made = (text: string, options?: Options) =>
    puts("import SecureLS from 'secure-ls';", `new SecureLS(${text}).set`, (key, value) =>
      new SecureLS(options).set(key, value),
    );
  return [made(''), made("{ encodingType: 'aes' }", { encodingType: 'aes' })];
}

async function sveltePersistedStore(library: Library): Promise<readonly Keeping[]> {
  type Store = { set(value: string): void };
  const { persisted } = await load<{ persisted(key: string, initial: string, options?: object): Store }>(library);
  const kept = (text: string, options?: object): Keeping => ({
    before: "import { persisted } from 'svelte-persisted-store';",
    call: `persisted('token', ''${text}).set(token)`,
    keep: () => persisted('token', '', options).set(TOKEN),
  });
  return [kept(''), kept(", { storage: 'session' }", { storage: 'session' })];
}

async function nanostores(library: Library): Promise<readonly Keeping[]> {
  type Maker<Store> = (key: string, initial: unknown) => Store;
  const { persistentAtom, persistentMap } = await load<{
    persistentAtom: Maker<{ set(value: string): void }>;
    persistentMap: Maker<{ setKey(key: string, value: string): void }>;
  }>(library);
  return [
    {
      before: "import { persistentAtom } from '@nanostores/persistent';",
      call: "persistentAtom('token', '').set(token)",
      keep: () => persistentAtom('token', '').set(TOKEN),
    },
    {
      before: "import { persistentMap } from '@nanostores/persistent';",
      call: "persistentMap('auth:', {}).setKey('token', token)",
      keep: () => persistentMap('auth:', {}).setKey('token', TOKEN),
    },
  ];
}

async function webStorageCache(library: Library): Promise<readonly Keeping[]> {
  type Options = { readonly storage: string };
  type Cache = { set(key: string, value: string): void };
  const WebStorageCache = await load<new (options?: Options) => Cache>(library);
  const made = (text: string, options?: Options) =>
    puts("import WebStorageCache from 'web-storage-cache';", `new WebStorageCache(${text}).set`, (key, value) =>
      new WebStorageCache(options).set(key, value),
    );
  return [made(''), made("{ storage: 'sessionStorage' }", { storage: 'sessionStorage' })];
}
