import { load } from './libraries';
import { latest } from './sessionServers';

/** A storage of the web, whose keys are its own properties as in browsers. */
export class PageStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = String(value);
  }
  removeItem(key: string): void {
    delete this[key];
  }
  clear(): void {
    for (const key of Object.keys(this)) delete this[key];
  }
  key(index: number): string | null {
    return Object.keys(this)[index] ?? null;
  }
  get length(): number {
    return Object.keys(this).length;
  }
  holds(text: string): boolean {
    return Object.entries(this).some((entry) => entry.some((part) => String(part).includes(text)));
  }
}

/** What a page keeps things in. */
export const local = new PageStorage();
export const session = new PageStorage();
const cookies: string[] = [];
const document = {
  get cookie() {
    return cookies.map((it) => it.split(';')[0]).join('; ');
  },
  set cookie(text: string) {
    cookies.push(text);
  },
  addEventListener: () => undefined,
  createElement: () => ({}),
};

interface Page {
  /** The areas that a call puts a text in, or under a name with it; every new database is taken for one that holds it. */
  areasOf(call: () => unknown, text: string): Promise<string>;
  close(): void;
}

/** Makes this process a page, until it is closed. */
export async function openPage(): Promise<Page> {
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = new Set(Object.getOwnPropertyNames(globals));
  await load(latest('fake-indexeddb'), '/auto');
  Object.assign(globals, {
    localStorage: local,
    sessionStorage: session,
    window: globalThis,
    self: globalThis,
    document,
  });
  Object.assign(globals, {
    location: new URL('https://localhost/'),
    addEventListener: () => undefined,
    dispatchEvent: () => true,
    XMLHttpRequest: class {},
    Storage: PageStorage,
    ...(globals.navigator === undefined && { navigator: { userAgent: '' } }),
    StorageEvent: class {},
  });
  const databases = async () => (await (globals.indexedDB as Databases).databases()).length;
  return {
    async areasOf(call, text) {
      local.clear();
      session.clear();
      cookies.length = 0;
      const count = await databases();
      await call();
      const areas = [
        [local.holds(text), 'localStorage'],
        [session.holds(text), 'sessionStorage'],
        [(await databases()) > count, 'indexedDB'],
        [cookies.some((it) => it.includes(text)), 'cookie'],
      ] as const;
      return areas.flatMap(([isUsed, area]) => (isUsed ? [area] : [])).join(' and ');
    },
    close() {
      for (const name of Object.getOwnPropertyNames(globals)) if (!before.has(name)) delete globals[name];
    },
  };
}

interface Databases {
  databases(): Promise<readonly unknown[]>;
}
