import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { type Session, swap, unlessThrown } from './sessionServers';
import type { SessionSetup } from './sessionSetups';
import type { Options } from './source';

export async function ironSession(library: Library): Promise<SessionSetup> {
  type Get = (req: Request, res: Response, options: Options) => Promise<Session & { save(): Promise<void> }>;
  const { getIronSession } = await load<{ getIronSession: Get }>(library);
  return {
    library,
    api: 'getIronSession()',
    source: sourceOf(library, 'dist/index.js', 'ttl'),
    program: (options) =>
      `import { getIronSession } from 'iron-session';\ngetIronSession(req, res, { cookieName: 'a',${options.slice(1)});`,
    create: (options) => async (cookie) => {
      const response = new Response();
      const request = new Request('http://localhost/', cookie === undefined ? {} : { headers: { cookie } });
      const session = await getIronSession(request, response, { cookieName: 'a', password: SECRET, ...options });
      const user = swap(session);
      await session.save();
      return { user, cookies: response.headers.getSetCookie() };
    },
    hasStore: true,
    lifetimes: [{}, { ttl: 3600 }, { ttl: 0 }],
    secret: (password) => ({ password }),
  };
}

export async function h3Session(library: Library): Promise<SessionSetup> {
  type Kept = { readonly data: Session; readonly id?: string };
  interface H3 {
    sealSession(event: object, options: Options): Promise<string>;
    unsealSession(event: object, options: Options, sealed: string): Promise<Kept>;
    getSession(event: object, options: Options): Promise<Kept>;
    updateSession(event: object, options: Options, update: Session): Promise<Kept>;
  }
  const h3 = await load<H3>(library);
  return {
    library,
    api: 'sealSession()',
    source: sourceOf(library, ['dist/h3.mjs', 'dist/index.mjs'], 'async function unsealSession('),
    program: (options) => `import { sealSession } from 'h3';\nsealSession(event, ${options});`,
    create: (options) => async (cookie) => {
      const config = { password: SECRET, ...options };
      const opened = await unlessThrown(() => h3.unsealSession({}, config, (cookie ?? '').replace('h3=', '')));
      const session = { id: 'id', createdAt: Date.now(), lastActivity: Date.now(), data: { user: 'u1' } };
      const sealed = await h3.sealSession({ context: { sessions: { h3: session } } }, config);
      return { user: opened?.data?.user, cookies: [`h3=${sealed}`] };
    },
    hasStore: true,
    lifetimes: [{}, { maxAge: 3600 }, { idleTimeout: 3600 }],
    secret: (password) => ({ password }),
  };
}

export async function elysia(library: Library): Promise<SessionSetup> {
  interface Context {
    readonly cookie: { readonly user: { value: unknown } };
  }
  interface App {
    get(path: string, handler: (context: Context) => string): App;
    handle(request: Request): Promise<Response>;
  }
  type Create = new (options: Options) => App;
  const exported = await load<Create & { readonly Elysia?: Create }>(library);
  const Elysia = exported.Elysia ?? exported;
  return {
    library,
    api: 'new Elysia()',
    source: sourceOf(library, 'dist/cookies.js', 'secrets'),
    program: (options) => `import { Elysia } from 'elysia';\nnew Elysia({ cookie: ${options} });`,
    create: (cookies) => async (cookie) => {
      const app = new Elysia({ cookie: { ...cookies, sign: ['user'] } }).get('/', ({ cookie: { user } }) => {
        const found = String(user.value ?? '');
        user.value = 'u1';
        return found;
      });
      const headers = cookie === undefined ? {} : { cookie };
      const answer = await app.handle(new Request('http://localhost/', { headers }));
      return { user: answer.ok ? await answer.text() : undefined, cookies: answer.headers.getSetCookie() };
    },
    secret: (secret) => ({ secrets: secret }),
  };
}

export async function cookieStorage(library: Library): Promise<SessionSetup> {
  type Kept = { get(name: string): unknown; set(name: string, value: unknown): void };
  interface Storage {
    getSession(cookie?: string): Promise<Kept>;
    commitSession(session: Kept): Promise<string>;
  }
  const { createCookieSessionStorage } = await load<{ createCookieSessionStorage(options: Options): Storage }>(library);
  const file = [
    'dist/development/lib/server-runtime/cookies.js',
    'dist/development/index.js',
    'dist/index.js',
    'implementations.js',
  ];
  return {
    library,
    api: 'createCookieSessionStorage()',
    source: sourceOf(library, file, library.package === 'react-router' ? 'secrets' : 'createCookieSessionStorage'),
    program: (options) =>
      `import { createCookieSessionStorage } from '${library.package}';\ncreateCookieSessionStorage({ cookie: ${options} });`,
    create: (options) => async (cookie) => {
      const { getSession, commitSession } = createCookieSessionStorage({ cookie: options });
      const session = await getSession(cookie);
      const user = session.get('user');
      session.set('user', 'u1');
      return { user, cookies: [await commitSession(session)] };
    },
    secret: (secret) => ({ secrets: [secret] }),
  };
}
