import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load, releasesOf } from './libraries';

type SetCookie = (context: unknown, name: string, value: string, options?: Options) => void;
type Handler = (context: unknown) => string | Promise<string>;
interface Hono {
  get(path: string, handler: (context: { text(text: string): Response }) => Response): void;
  onError(handler: (error: Error) => never): void;
  request(url: string): Promise<Response>;
}

/** The cookies of Hono. */
export async function honoCookie(library: Library): Promise<CookieApi> {
  const { Hono } = await load<{ Hono: new () => Hono }>(library);
  const { setCookie } = await load<{ setCookie: SetCookie }>(library, '/cookie');
  return {
    library,
    api: 'setCookie()',
    names: false,
    prefixes: true,
    sources: find(library, 'dist/utils/cookie.js', {
      all: '_serialize =',
      httpOnly: 'opt.httpOnly)',
      secure: 'opt.secure)',
      sameSite: 'opt.sameSite)',
      lifetime: 'opt.maxAge >= 0',
    }),
    program: (options) => `import { setCookie } from 'hono/cookie';\nsetCookie(c, 'a', 'b', ${options});`,
    async write(options, tls) {
      const app = new Hono();
      app.onError((error) => {
        throw error;
      });
      app.get('/', (context) => {
        setCookie(context, NAME, VALUE, ...(options ? [options] : []));
        return context.text('');
      });
      return (await app.request(`${tls ? 'https' : 'http'}://localhost/`)).headers.getSetCookie();
    },
  };
}

/** The sessions of Hono that a package of its own keeps. */
export async function honoSessions(library: Library): Promise<CookieApi> {
  interface Sessions {
    readonly MemoryStore: new () => object;
    sessionMiddleware(options: Options): Handler;
  }
  interface WithSessions extends Hono {
    use(path: string, handler: Handler): void;
  }
  const { Hono } = await load<{ Hono: new () => WithSessions }>(releasesOf('hono')[0] as Library);
  const { MemoryStore, sessionMiddleware } = await load<Sessions>(library);
  return {
    library,
    api: 'sessionMiddleware()',
    names: true,
    prefixes: true,
    sources: find(library, 'script/src/Middleware.js', { all: 'setCookie)(c,', name: "|| 'session'" }),
    program: (options) =>
      `import { sessionMiddleware } from 'hono-sessions';\nsessionMiddleware({ store, cookieOptions: ${options} });`,
    async write(cookieOptions, tls) {
      const app = new Hono();
      app.onError((error) => {
        throw error;
      });
      app.use('*', sessionMiddleware({ store: new MemoryStore(), ...(cookieOptions && { cookieOptions }) }));
      app.get('/', (context) => context.text(''));
      return (await app.request(`${tls ? 'https' : 'http'}://localhost/`)).headers.getSetCookie();
    },
  };
}

interface H3 {
  readonly H3?: new () => { get(path: string, handler: Handler): void; request(path: string): Promise<Response> };
  createApp?(options: object): { use(handler: unknown): void };
  eventHandler?(handler: Handler): unknown;
  toWebHandler?(app: unknown): (request: Request) => Promise<Response>;
  readonly setCookie: SetCookie;
  useSession(event: unknown, options: Options): Promise<{ update(data: object): Promise<unknown> }>;
}

/** The cookies of h3. */
export async function h3Cookie(library: Library): Promise<CookieApi> {
  const h3 = await load<H3>(library);
  return {
    library,
    api: 'setCookie()',
    names: false,
    sources: find(library, ['dist/h3.mjs', 'dist/index.mjs'], { all: 'function setCookie(' }),
    program: (options) => `import { setCookie } from 'h3';\nsetCookie(event, 'a', 'b', ${options});`,
    write: (options) =>
      answerOf(h3, (event) => {
        h3.setCookie(event, NAME, VALUE, ...(options ? [options] : []));
        return '';
      }),
  };
}

/** The sessions of h3, sealed into the cookie. */
export async function h3Session(library: Library): Promise<CookieApi> {
  const h3 = await load<H3>(library);
  return {
    library,
    api: 'useSession()',
    names: true,
    sources: find(library, ['dist/h3.mjs', 'dist/index.mjs'], {
      all: 'async function updateSession(',
      name: '"h3"',
      ...Object.fromEntries(['httpOnly', 'secure', 'sameSite'].map((name) => [name, 'httpOnly: true'])),
    }),
    program: (options) => `import { useSession } from 'h3';\nuseSession(event, { password, cookie: ${options} });`,
    write: (options) =>
      answerOf(h3, async (event) => {
        const session = await h3.useSession(event, {
          password: 'a-shared-secret-of-more-than-32-bytes',
          ...(options && { cookie: options }),
        });
        await session.update({ user: 'u1' });
        return '';
      }),
  };
}

/** The last cookie wins: a session is written when it starts, and again with each update. */
async function answerOf(h3: H3, handler: Handler): Promise<readonly string[]> {
  let thrown: unknown;
  const guarded: Handler = async (event) => {
    try {
      return await handler(event);
    } catch (error) {
      thrown = error;
      return '';
    }
  };
  const response = await (h3.H3 === undefined ? answerOfFirst(h3, guarded) : answerOfSecond(h3.H3, guarded));
  if (thrown !== undefined) throw thrown;
  return response.headers.getSetCookie().slice(-1);
}

async function answerOfFirst({ createApp, eventHandler, toWebHandler }: H3, handler: Handler): Promise<Response> {
  const app = createApp?.({});
  app?.use(eventHandler?.(handler));
  return (await toWebHandler?.(app)(new Request('http://localhost/'))) as Response;
}

async function answerOfSecond(App: NonNullable<H3['H3']>, handler: Handler): Promise<Response> {
  const app = new App();
  app.get('/', handler);
  return app.request('/');
}

/** What React Router, and Remix before it, make of a cookie that is described once. */
export async function reactRouter(library: Library): Promise<CookieApi> {
  type Cookie = { serialize(value: string): Promise<string> };
  const { createCookie } = await load<{ createCookie(name: string, options?: Options): Cookie }>(library);
  return {
    library,
    api: 'createCookie()',
    names: false,
    sources: find(
      library,
      [
        'dist/development/lib/server-runtime/cookies.js',
        'dist/development/index.js',
        '../server-runtime/dist/cookies.js',
      ],
      { all: library.package === 'react-router' ? 'createCookie = (name' : 'const createCookieFactory' },
    ),
    program: (options) => `import { createCookie } from '${library.package}';\ncreateCookie('a', ${options});`,
    write: async (options) => [await createCookie(NAME, ...(options ? [options] : [])).serialize(VALUE)],
  };
}
