import type { ServerResponse } from 'node:http';
import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load } from './libraries';
import { setCookies, throwingOn } from './serve';
import { latest } from './sessionServers';

/** The cookies of Elysia, which are properties of the context. */
export async function elysia(library: Library): Promise<CookieApi> {
  type Jar = Readonly<Record<string, { set(options: Options): void }>>;
  interface App {
    get(path: string, handler: (context: { readonly cookie: Jar }) => string): App;
    onError(handler: (context: { readonly error: unknown }) => void): App;
    handle(request: Request): Promise<Response>;
  }
  const exported = await load<(new () => App) & { readonly Elysia?: new () => App }>(library);
  const Elysia = exported.Elysia ?? exported;
  return {
    library,
    api: 'cookie.a.set()',
    names: false,
    sources: find(library, 'dist/cookies.mjs', { all: 'serializeCookie =' }),
    program: (options) =>
      `import { Elysia } from 'elysia';\nnew Elysia().get('/', ({ cookie }) => {\n  cookie.a.set({ value: 'b',${options.slice(1)});\n});`,
    async write(options, tls) {
      const thrown: unknown[] = [];
      const app = new Elysia()
        .onError(({ error }) => {
          thrown.push(error);
        })
        .get('/', ({ cookie }) => {
          cookie[NAME]?.set({ value: VALUE, ...options });
          return '';
        });
      const answer = await app.handle(new Request(`${tls ? 'https' : 'http'}://localhost/`));
      if (thrown.length > 0) throw thrown[0];
      return answer.headers.getSetCookie();
    },
  };
}

/** nookies with a context, on a server. */
export async function nookiesServer(library: Library): Promise<CookieApi> {
  type Context = { readonly res: ServerResponse };
  type Nookies = { set(context: Context, name: string, value: string, options?: Options): void };
  const { set } = await load<Nookies>(library);
  return {
    library,
    api: 'nookies.set({ res })',
    names: false,
    sources: find(library, 'dist/index.js', { all: 'function setCookie(' }),
    program: (options) => `import nookies from 'nookies';\nnookies.set({ res }, 'a', 'b', ${options});`,
    write: (options, tls) =>
      throwingOn((guarded) =>
        setCookies((_req, res) => {
          guarded(() => set({ res }, NAME, VALUE, ...(options ? [options] : [])));
          res.end();
        }, tls),
      ),
  };
}

/** The cookies of Adonis, with the configuration that its own tests give an application. */
export async function adonis(library: Library): Promise<CookieApi> {
  interface Answer {
    plainCookie(name: string, value: string, options?: Options): void;
    getHeaders(): { readonly 'set-cookie'?: string };
  }
  const { ResponseFactory } = await load<{ ResponseFactory: new () => { create(): Answer } }>(
    library,
    '/factories/http',
  );
  return {
    library,
    api: 'response.plainCookie()',
    names: false,
    sources: find(library, '../http-server/build/chunk-RSZ2AJQK.js', { all: 'plainCookie(key, value' }),
    program: (options) =>
      `import type { HttpContext } from '@adonisjs/core/http';\nexport const show = ({ response }: HttpContext) => response.plainCookie('a', 'b', ${options});`,
    write(options) {
      const response = new ResponseFactory().create();
      response.plainCookie(NAME, VALUE, ...(options ? [options] : []));
      return [response.getHeaders()['set-cookie'] ?? []].flat();
    },
  };
}

/** What keeps the secret of its tokens in a cookie of Fastify. */
export async function fastifyCsrf(library: Library): Promise<CookieApi> {
  type Reply = { generateCsrf(): string };
  interface Fastify {
    register(plugin: unknown, options?: Options): void;
    get(path: string, handler: (request: unknown, reply: Reply) => Promise<string>): void;
    setErrorHandler(handler: (error: unknown) => string): void;
    inject(request: object): Promise<{ readonly headers: { readonly 'set-cookie'?: string } }>;
  }
  const fastify = await load<(options: Options) => Fastify>(latest('fastify'));
  const [cookie, csrf] = [await load<unknown>(latest('@fastify/cookie')), await load<unknown>(library)];
  return {
    library,
    api: 'register(csrf)',
    names: true,
    sources: find(library, 'index.js', { all: 'cookieOpts:', name: "cookieKey: '_csrf'" }),
    program: (options) =>
      `import Fastify from 'fastify';\nimport csrf from '@fastify/csrf-protection';\nFastify().register(csrf, { cookieOpts: ${options} });`,
    async write(cookieOpts, tls) {
      const app = fastify({ trustProxy: true });
      app.register(cookie);
      app.register(csrf, { ...(cookieOpts && { cookieOpts }) });
      app.get('/', async (_request, reply) => reply.generateCsrf());
      const thrown: unknown[] = [];
      app.setErrorHandler((error) => {
        thrown.push(error);
        return '';
      });
      const { headers } = await app.inject({ url: '/', headers: tls ? { 'x-forwarded-proto': 'https' } : {} });
      if (thrown.length > 0) throw thrown[0];
      return [headers['set-cookie'] ?? []].flat();
    },
  };
}
