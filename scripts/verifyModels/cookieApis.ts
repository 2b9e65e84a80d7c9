import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { cookieSession, express, expressSession } from './expressApis';
import { type Library, load, releasesOf, sourceOf } from './libraries';

const JAR = 'dist/compiled/@edge-runtime/cookies/index.js';

/** Every way to set a cookie that has a model, in every pinned release. */
export async function cookieApis(): Promise<readonly CookieApi[]> {
  return [
    ...(await Promise.all(releasesOf('cookie').map(cookie))),
    ...(await Promise.all(releasesOf('cookie-session').map(cookieSession))),
    ...(await Promise.all(releasesOf('express').map(express))),
    ...(await Promise.all(releasesOf('express-session').map(expressSession))),
    ...(await Promise.all(releasesOf('js-cookie').map(jsCookie))),
    ...(await Promise.all(releasesOf('next').map(next))),
  ];
}

async function cookie(library: Library): Promise<CookieApi> {
  type Serialize = (name: string, value: string, options?: Options) => string;
  type Stringify = (cookie: Options) => string;
  const { serialize, stringifySetCookie } = await load<{ serialize?: Serialize; stringifySetCookie?: Stringify }>(
    library,
  );
  const [file, options] = library.version.startsWith('0.') ? ['index.js', 'opt'] : ['dist/index.js', 'cookie'];
  return {
    library,
    api: serialize === undefined ? 'stringifySetCookie()' : 'serialize()',
    names: false,
    sources: find(library, file, {
      all: options === 'opt' ? 'function serialize(' : 'function stringifySetCookie(',
      httpOnly: `if (${options}.httpOnly)`,
      secure: `if (${options}.secure)`,
      sameSite: `if (${options}.sameSite)`,
      path: `if (${options}.path)`,
      lifetime: options === 'opt' ? 'null != opt.maxAge' : 'cookie.maxAge !== undefined',
    }),
    program: (options) =>
      serialize === undefined
        ? `import { stringifySetCookie } from 'cookie';\nstringifySetCookie({ name: 'a', value: 'b',${options.slice(1)});`
        : `import { serialize } from 'cookie';\nserialize('a', 'b', ${options});`,
    write(options) {
      return [
        serialize?.(NAME, VALUE, options) ?? stringifySetCookie?.({ name: NAME, value: VALUE, ...options }) ?? '',
      ];
    },
  };
}

async function jsCookie(library: Library): Promise<CookieApi> {
  type Cookies = Record<'set' | 'remove', (...args: unknown[]) => void>;
  const cookies = await load<Cookies>(library);
  const assigned = (call: () => void) => {
    const page = { cookie: '' };
    Object.assign(globalThis, { document: page });
    try {
      call();
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
    // A browser ignores a script that asks for HttpOnly (RFC 6265bis, storage model).
    return /; httponly/i.test(page.cookie) ? [] : [page.cookie];
  };
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

async function next(library: Library): Promise<CookieApi> {
  type Jar = { set(name: string, value: string, options?: Options): void; delete(name: string): void };
  type Server = { NextResponse: new () => { readonly headers: Headers; readonly cookies: Jar } };
  const { NextResponse } = await load<Server>(library, '/server.js');
  const answer = (call: (jar: Jar) => void) => {
    const response = new NextResponse();
    call(response.cookies);
    return response.headers.getSetCookie();
  };
  return {
    library,
    api: 'cookies().set()',
    names: false,
    sources: find(library, JAR, {
      all: 'function stringifyCookie(',
      httpOnly: '"httpOnly" in c',
      secure: '"secure" in c',
      sameSite: '"sameSite" in c',
      path: 'cookie.path === null',
      lifetime: 'cookie.maxAge * 1e3',
    }),
    program: (options) => `import { cookies } from 'next/headers';\n(await cookies()).set('a', 'b', ${options});`,
    write: (options) => answer((jar) => jar.set(NAME, VALUE, options)),
    remove: {
      api: 'cookies().delete()',
      source: sourceOf(library, JAR, 'delete(...args)'),
      run: () => answer((jar) => jar.delete(NAME)),
    },
  };
}
