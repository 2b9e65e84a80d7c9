import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { answerOf, type Handler } from './serve';
import { expressServer, hapiServer, type Session, type SessionServer } from './sessionServers';
import type { SessionSetup } from './sessionSetups';
import type { Options } from './source';

/** A user in a signed cookie, in place of a session. */
const NAME = 'user';
const SIGNED = { signed: true };

interface Jar {
  get(name: string, options?: Options): string | undefined;
  set(name: string, value: string, options?: Options): void;
}

/** An application that answers with whom it finds. */
function served(app: Handler): SessionServer {
  return async (cookie) => {
    const { headers } = await answerOf(app, cookie === undefined ? {} : { cookie });
    return { user: headers.get('x-user'), cookies: headers.getSetCookie() };
  };
}

function swapIn(jar: Jar, answer: (user: string) => void): void {
  answer(jar.get(NAME, SIGNED) ?? '');
  jar.set(NAME, 'u1', SIGNED);
}

/** The jar of Koa by itself. */
export async function signingJar(library: Library): Promise<SessionSetup> {
  const Cookies = await load<new (req: IncomingMessage, res: ServerResponse, options: Options) => Jar>(library);
  return {
    library,
    api: 'new Cookies()',
    source: sourceOf(library, 'index.js', 'this.keys ='),
    program: (options) => `import Cookies from 'cookies';\nnew Cookies(req, res, ${options});`,
    create: (options) =>
      served((req, res) => {
        swapIn(new Cookies(req, res, { keys: [SECRET], ...options }), (user) => res.setHeader('x-user', user));
        res.end();
      }),
    secret: (secret) => ({ keys: [secret] }),
  };
}

export async function koaKeys(library: Library): Promise<SessionSetup> {
  type Context = { readonly cookies: Jar; set(name: string, value: string): void; body: string };
  const Koa = await load<new (options: Options) => { use(handler: unknown): void; callback(): Handler }>(library);
  return {
    library,
    api: 'new Koa()',
    source: sourceOf(library, 'lib/application.js', 'this.keys = options.keys'),
    program: (options) => `import Koa from 'koa';\nnew Koa(${options});`,
    create: (options) => {
      const app = new Koa({ keys: [SECRET], ...options });
      app.use((context: Context) => {
        swapIn(context.cookies, (user) => context.set('x-user', user));
        context.body = '';
      });
      return served(app.callback());
    },
    secret: (secret) => ({ keys: [secret] }),
  };
}

/** The keys of oak, whose jar signs whatever it can. */
export async function oakKeys(library: Library): Promise<SessionSetup> {
  interface Context {
    readonly cookies: {
      get(name: string): Promise<string | undefined>;
      set(name: string, value: string): Promise<void>;
    };
    readonly response: { body: string };
  }
  interface Application {
    use(handler: (context: Context) => Promise<void>): void;
    handle(request: Request): Promise<Response>;
  }
  const { Application } = await load<{ Application: new (options: Options) => Application }>(library);
  return {
    library,
    api: 'new Application()',
    source: sourceOf(library, 'script/application.js', 'keys'),
    program: (options) => `import { Application } from '@oakserver/oak';\nnew Application(${options});`,
    create: (options) => {
      const app = new Application({ keys: [SECRET], ...options });
      app.use(async ({ cookies, response }) => {
        response.body = (await cookies.get(NAME)) ?? '';
        await cookies.set(NAME, 'u1');
      });
      return async (cookie) => {
        const headers = cookie === undefined ? {} : { cookie };
        const answer = await app.handle(new Request('http://localhost/', { headers }));
        return { user: await answer.text(), cookies: answer.headers.getSetCookie() };
      };
    },
    secret: (secret) => ({ keys: [secret] }),
  };
}

/** A cookie that hapi seals. */
export async function hapiSealed(library: Library): Promise<SessionSetup> {
  type Toolkit = { state(name: string, value: string): void };
  type Described = { state(name: string, options: Options): void };
  return {
    library,
    api: 'server.state()',
    source: sourceOf(library, 'lib/server.js', 'state(name, options)'),
    program: (options) =>
      `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.state('user', { encoding: 'iron',${options.slice(1)});`,
    create: (options) =>
      hapiServer(async (server) => {
        const described = { encoding: 'iron', password: SECRET, isSecure: false, ...options };
        (server as unknown as Described).state(NAME, described);
        return {
          handler: ({ state }: { readonly state: Readonly<Record<string, string>> }, h: Toolkit) => {
            h.state(NAME, 'u1');
            return state[NAME] ?? '';
          },
        };
      }),
    secret: (password) => ({ password }),
  };
}

/** The sessions that Express 3 brings along. */
export async function bundledSession(library: Library): Promise<SessionSetup> {
  type Middleware = (req: object, res: object, next: () => void) => void;
  const { cookieParser, session } = await load<{
    cookieParser(): Middleware;
    session(options: Options): Middleware;
  }>(library);
  const parser = cookieParser();
  return {
    library,
    api: 'express.session()',
    source: sourceOf(library, '../connect/lib/middleware/session.js', 'module.exports'),
    program: (options) => `import express from 'express';\nexpress.session(${options});`,
    create: (options) => {
      const sessions = session({ secret: SECRET, ...options });
      return expressServer(
        (req: object, res: object, next: () => void) => parser(req, res, () => sessions(req, res, next)),
        (req) => (req as unknown as { readonly session: Session }).session,
      );
    },
    hasStore: true,
  };
}
