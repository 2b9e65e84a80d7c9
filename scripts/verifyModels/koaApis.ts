import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load, releasesOf } from './libraries';
import { type Handler, setCookies, throwingOn } from './serve';

interface Jar {
  set(name: string, value: string, options?: Options): void;
}
interface Context {
  readonly cookies: Jar;
  session: Record<string, unknown>;
}
interface KoaApp {
  proxy: boolean;
  keys: readonly string[];
  use(handler: unknown): void;
  on(event: 'error', handler: () => void): void;
  callback(): Handler;
}
type Koa = new () => KoaApp;

/** Koa itself. */
export async function koa(library: Library): Promise<CookieApi> {
  const Application = await load<Koa>(library);
  return {
    library,
    api: 'ctx.cookies.set()',
    names: false,
    sources: find(library, 'lib/context.js', { all: 'new Cookies(', secure: 'secure: this.request.secure' }),
    program: (options) =>
      `import Koa from 'koa';\nnew Koa().use((ctx) => {\n  ctx.cookies.set('a', 'b', ${options});\n});`,
    write: (options, tls) =>
      throwingOn((guarded) => {
        const app = appOf(Application);
        app.use(({ cookies }: Context) => guarded(() => cookies.set(NAME, VALUE, ...(options ? [options] : []))));
        return setCookies(app.callback(), tls);
      }),
  };
}

/** The jar that Koa gives to its handlers, by itself: it trusts no proxy. */
export async function cookies(library: Library): Promise<CookieApi> {
  const Cookies = await load<new (req: IncomingMessage, res: ServerResponse, options?: Options) => Jar>(library);
  return {
    library,
    api: 'cookies.set()',
    names: false,
    sources: find(library, 'index.js', {
      all: 'Cookies.prototype.set =',
      httpOnly: 'Cookie.prototype.httpOnly =',
      secure: 'cookie.secure = ',
      sameSite: 'Cookie.prototype.sameSite =',
      path: 'Cookie.prototype.path =',
      lifetime: 'if (this.maxAge) this.expires',
    }),
    program: (options) => `import Cookies from 'cookies';\nnew Cookies(req, res).set('a', 'b', ${options});`,
    write: (options, tls) =>
      throwingOn((guarded) =>
        setCookies((req, res) => {
          // What a connection over TLS looks like to it.
          if (tls) Object.assign(req, { protocol: 'https' });
          guarded(() => new Cookies(req, res).set(NAME, VALUE, ...(options ? [options] : [])));
          res.end();
        }, tls),
      ),
  };
}

/** The sessions of Koa, kept in the cookie. */
export async function koaSession(library: Library): Promise<CookieApi> {
  const session = await load<(options: Options, app: KoaApp) => unknown>(library);
  const Application = await load<Koa>(releasesOf('koa').at(-1) as Library);
  const file = library.version.startsWith('7.') ? 'dist/commonjs/index.js' : 'index.js';
  return {
    library,
    api: 'session()',
    names: true,
    sources: find(library, file, { all: 'opts.httpOnly == null', name: 'sess', sameSite: 'opts.sameSite == null' }),
    program: (options) =>
      `import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa();\napp.use(session(${options}, app));`,
    write: async (options, tls) => {
      const app = appOf(Application);
      app.use(session({ ...options }, app));
      app.use((context: Context) => {
        context.session.user = 'u1';
      });
      // The signature is a cookie of its own, as is what came before.
      return (await setCookies(app.callback(), tls)).filter((it) => !/^[^=]*\.sig=/.test(it));
    },
  };
}

/** Sessions of Koa whose id alone is in the cookie. */
export async function koaGenericSession(library: Library): Promise<CookieApi> {
  const session = await load<(options: Options) => unknown>(library);
  const Application = await load<Koa>(releasesOf('koa').at(-1) as Library);
  return {
    library,
    api: 'session()',
    names: true,
    sources: find(library, 'lib/session.js', { all: 'const defaultCookie = {', name: 'koa.sid' }),
    program: (options) => `import session from 'koa-generic-session';\nsession({ cookie: ${options} });`,
    write: async (cookie, tls) => {
      const app = appOf(Application);
      app.use(session({ ...(cookie && { cookie: { ...cookie } }) }));
      app.use((context: Context) => {
        context.session.user = 'u1';
      });
      return (await setCookies(app.callback(), tls)).filter((it) => !/^[^=]*\.sig=/.test(it));
    },
  };
}

/** An application that believes what the proxy says of TLS, and keeps its errors to itself. */
function appOf(Application: Koa): KoaApp {
  const app = new Application();
  app.proxy = true;
  app.keys = ['secret'];
  app.on('error', () => undefined);
  return app;
}
