import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load, loadFile, sourceOf } from './libraries';

/** js-cookie. */
export async function jsCookie(library: Library): Promise<CookieApi> {
  type Cookies = Record<'set' | 'remove', (...args: unknown[]) => void>;
  const cookies = await load<Cookies>(library);
  const file = library.version.startsWith('2.') ? 'src/js.cookie.js' : 'dist/js.cookie.js';
  return {
    library,
    api: 'Cookies.set()',
    names: false,
    sources: find(library, file, { all: 'function set', lifetime: 'attributes.expires * 864e', path: "path: '/'" }),
    program: (options) => `import Cookies from 'js-cookie';\nCookies.set('a', 'b', ${options});`,
    write: (options) => assigned(() => cookies.set(NAME, VALUE, ...(options ? [options] : []))),
    remove: {
      api: 'Cookies.remove()',
      source: sourceOf(library, file, 'expires: -1'),
      run: (options) => assigned(() => cookies.remove(NAME, options)),
    },
  };
}

/** universal-cookie, in a page. */
export async function universalCookie(library: Library): Promise<CookieApi> {
  const Cookies = await load<new () => { set(name: string, value: string, options?: Options): void }>(library);
  const file = library.version.startsWith('4.') ? 'cjs/Cookies.js' : 'esm/index.mjs';
  return {
    library,
    api: 'cookies.set()',
    names: false,
    sources: find(library, file, { all: '.serialize(' }),
    program: (options) => `import Cookies from 'universal-cookie';\nnew Cookies().set('a', 'b', ${options});`,
    write: (options) => assigned(() => new Cookies().set(NAME, VALUE, ...(options ? [options] : []))),
  };
}

/** cookies-next, in a page. */
export async function cookiesNext(library: Library): Promise<CookieApi> {
  type Client = { setCookie(name: string, value: string, options?: Options): void };
  const hasClient = !library.version.startsWith('4.');
  const { setCookie } = await load<Client>(library, hasClient ? '/client' : '');
  return {
    library,
    api: 'setCookie()',
    names: false,
    sources: find(library, hasClient ? 'lib/client/cookie-functions.js' : 'lib/index.js', { all: 'var setCookie =' }),
    program(options) {
      if (hasClient) return `import { setCookie } from 'cookies-next/client';\nsetCookie('a', 'b', ${options});`;
      // Options may hold a response: only without any is it certain that this is a page.
      return options === '{}' ? `import { setCookie } from 'cookies-next';\nsetCookie('a', 'b');` : undefined;
    },
    write: (options) => assigned(() => setCookie(NAME, VALUE, ...(options ? [options] : []))),
  };
}

/** nookies, in a page: there is no context. */
export async function nookies(library: Library): Promise<CookieApi> {
  type Nookies = { set(context: null, name: string, value: string, options?: Options): void };
  const { set } = await load<Nookies>(library);
  return {
    library,
    api: 'nookies.set()',
    names: false,
    sources: find(library, 'dist/index.js', { all: 'function setCookie(' }),
    program: (options) => `import nookies from 'nookies';\nnookies.set(null, 'a', 'b', ${options});`,
    write: (options) => assigned(() => set(null, NAME, VALUE, ...(options ? [options] : []))),
  };
}

/** What `call` assigns to `document.cookie` of a page. */
export function assigned(call: () => void): readonly string[] {
  const document = { cookie: '' };
  Object.assign(globalThis, { document, window: { document } });
  try {
    call();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'window');
  }
  // A browser ignores a script that asks for HttpOnly (RFC 6265bis, storage model).
  return /; *httponly/i.test(document.cookie) ? [] : [document.cookie];
}

/** tiny-cookie, in a page: until release 2, it is a function itself. */
export async function tinyCookie(library: Library): Promise<CookieApi> {
  type Write = (name: string, value: string, options?: Options) => void;
  const exported = await load<Write & { readonly set: Write }>(library);
  const isCalled = library.version.startsWith('1.');
  const write = isCalled ? exported : exported.set;
  return {
    library,
    api: isCalled ? 'Cookie()' : 'set()',
    names: false,
    spelled: { sameSite: 'samesite' },
    sources: find(library, isCalled ? 'tiny-cookie.js' : 'dist/tiny-cookie.mjs', {
      all: isCalled ? 'Cookie.set = function' : 'function set(',
    }),
    program: (options) =>
      isCalled
        ? `import Cookie from 'tiny-cookie';\nCookie('a', 'b', ${options});`
        : `import { set } from 'tiny-cookie';\nset('a', 'b', ${options});`,
    write: (options) => assigned(() => write(NAME, VALUE, ...(options ? [{ ...options }] : []))),
  };
}

/** es-cookie. */
export async function esCookie(library: Library): Promise<CookieApi> {
  const { set } = await load<{ set: Write }>(library);
  return {
    library,
    api: 'set()',
    names: false,
    sources: find(library, 'src/es-cookie.js', { all: 'export function set(', lifetime: 'attributes.expires * 864e' }),
    program: (options) => `import { set } from 'es-cookie';\nset('a', 'b', ${options});`,
    write: (options) => assigned(() => set(NAME, VALUE, ...(options ? [{ ...options }] : []))),
  };
}

/** typescript-cookie. */
export async function typescriptCookie(library: Library): Promise<CookieApi> {
  const file = 'dist/typescript-cookie.mjs';
  const { setCookie } = await loadFile<{ setCookie: Write }>(library, file);
  return {
    library,
    api: 'setCookie()',
    names: false,
    sources: find(library, file, { all: 'function setCookie(', lifetime: 'attributes.expires * 864e' }),
    program: (options) => `import { setCookie } from 'typescript-cookie';\nsetCookie('a', 'b', ${options});`,
    write: (options) => assigned(() => setCookie(NAME, VALUE, ...(options ? [{ ...options }] : []))),
  };
}

/** react-cookies, in a page: where the environment is that of tests, it takes itself for a server. */
export async function reactCookies(library: Library): Promise<CookieApi> {
  Object.assign(globalThis, { document: { cookie: '' } });
  const { save } = await load<{ save: Write }>(library);
  Reflect.deleteProperty(globalThis, 'document');
  return {
    library,
    api: 'cookie.save()',
    names: false,
    sources: find(library, 'build/cookie.js', { all: 'function save(' }),
    program: (options) => `import cookie from 'react-cookies';\ncookie.save('a', 'b', ${options});`,
    write: (options) => assigned(() => save(NAME, VALUE, ...(options ? [{ ...options }] : []))),
  };
}

/** cookies-js, which is made of the window that it finds. */
export async function cookiesJs(library: Library): Promise<CookieApi> {
  type Cookies = { readonly set: Write; _document: unknown };
  Object.assign(globalThis, { window: { document: { cookie: '' } } });
  const cookies = await load<Cookies>(library);
  Reflect.deleteProperty(globalThis, 'window');
  return {
    library,
    api: 'Cookies.set()',
    names: false,
    sources: find(library, 'dist/cookies.js', { all: 'Cookies.set = function', lifetime: 'options.expires ?' }),
    program: (options) => `import Cookies from 'cookies-js';\nCookies.set('a', 'b', ${options});`,
    write: (options) =>
      assigned(() => {
        cookies._document = Reflect.get(globalThis, 'document');
        cookies.set(NAME, VALUE, ...(options ? [{ ...options }] : []));
      }),
  };
}

type Write = (name: string, value: string, options?: Options) => void;
