import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { type Handler, setCookies } from './serve';

interface ExpressApp extends Handler {
  set(name: string, value: unknown): void;
  use(handler: unknown): void;
}

/** Express itself. */
export async function express(library: Library): Promise<CookieApi> {
  const create = await load<() => ExpressApp>(library);
  type Response = ServerResponse & Record<'cookie' | 'clearCookie', (...args: unknown[]) => void>;
  const answer = async (call: (res: Response) => void, tls = false) => {
    const app = create();
    let thrown: unknown;
    app.use((_req: IncomingMessage, res: Response) => {
      try {
        call(res);
      } catch (error) {
        thrown = error;
      }
      res.end();
    });
    const cookies = await setCookies(app, tls);
    if (thrown !== undefined) throw thrown;
    return cookies;
  };
  return {
    library,
    api: 'res.cookie()',
    names: false,
    sources: find(library, 'lib/response.js', {
      all: 'res.cookie = function',
      path: 'opts.path == null',
      lifetime: 'opts.maxAge = Math.floor(maxAge / 1000)',
    }),
    program: (options) =>
      `import express from 'express';\nexpress().get('/', (_req, res) => {\n  res.cookie('a', 'b', ${options});\n});`,
    write: (options, tls) => answer((res) => res.cookie(NAME, VALUE, ...(options ? [options] : [])), tls),
    remove: {
      api: 'res.clearCookie()',
      source: sourceOf(library, 'lib/response.js', 'res.clearCookie = function'),
      run: (options) => answer((res) => res.clearCookie(NAME, ...(options ? [options] : []))),
    },
  };
}

/** The session middleware that keeps its data on the server. */
export async function expressSession(library: Library): Promise<CookieApi> {
  const session = await load<(options: Options) => unknown>(library);
  return {
    library,
    api: 'session()',
    names: true,
    sources: {
      ...find(library, 'session/cookie.js', {
        all: 'this.httpOnly = true',
        path: "this.path = '/'",
        lifetime: 'set maxAge(',
      }),
      ...find(library, 'index.js', {
        name: "'connect.sid'",
        secure: "cookieOptions.secure === 'auto'",
        sameSite: "cookieOptions.sameSite === 'auto'",
      }),
    },
    program: (options) => `import session from 'express-session';\nsession({ secret, cookie: ${options} });`,
    write: (cookieOptions, tls) =>
      sessionCookies(tls, () =>
        session({
          secret: 'secret',
          resave: false,
          saveUninitialized: false,
          proxy: true,
          ...(cookieOptions && { cookie: cookieOptions }),
        }),
      ),
  };
}

/** The session middleware that keeps its data in the cookie. */
export async function cookieSession(library: Library): Promise<CookieApi> {
  const session = await load<(options: Options) => unknown>(library);
  return {
    library,
    api: 'cookieSession()',
    names: true,
    sources: find(library, 'index.js', {
      all: 'cookies.set(name,',
      name: 'var name = ',
      httpOnly: 'httpOnly = true',
    }),
    program: (options) => `import session from 'cookie-session';\nsession(${options});`,
    write: (options, tls) => sessionCookies(tls, () => session({ secret: 'secret', signed: false, ...options })),
  };
}

async function sessionCookies(tls: boolean, middleware: () => unknown): Promise<readonly string[]> {
  const latest = releasesOf('express').at(-1) as Library;
  const app = (await load<() => ExpressApp>(latest))();
  app.set('trust proxy', true);
  app.use(middleware());
  app.use((req: IncomingMessage & { session: Record<string, unknown> }, res: ServerResponse) => {
    req.session.user = 'u1';
    res.end();
  });
  return setCookies(app, tls);
}
