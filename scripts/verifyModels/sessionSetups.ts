import { besides } from './fastifyApis';
import { SECRET } from './forgery';
import { honoSession } from './honoSessionSetup';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import {
  cookieParser,
  cookieSignature,
  fastifySigner,
  hapiIron,
  honoSessionKey,
  honoSigned,
  ironSeal,
  keygrip,
  tinyCsrf,
} from './secretSetups';
import {
  expressServer,
  fastifyServer,
  type Hapi,
  hapiServer,
  latest,
  type Session,
  type SessionServer,
  swap,
  unlessThrown,
} from './sessionServers';
import type { Options } from './source';

/** A way to keep sessions. */
export interface SessionSetup {
  readonly library: Library;
  readonly api: string;
  readonly source: string;
  /** The call in a program, with these options. */
  program(options: string): string;
  /** A new server with these options, over those that it needs. */
  create(options: Options): SessionServer | Promise<SessionServer>;
  /** Whether it is modelled where it keeps them. */
  readonly hasStore?: true;
  /** Options that say how long sessions are valid. */
  readonly lifetimes?: readonly Options[];
  /** Options with this secret; absent where none protects the session. */
  secret?(secret: string): Options;
}

/** Every way to keep sessions that has a model and runs here. */
export async function sessionSetups(): Promise<readonly SessionSetup[]> {
  return [
    ...(await releases('express-session', expressSession)),
    ...(await releases('@fastify/session', fastifySession)),
    ...(await releases('@fastify/secure-session', secureSession)),
    ...(await releases('client-sessions', clientSessions)),
    ...(await releases('cookie-session', cookieSession)),
    ...(await releases('express-openid-connect', openidConnect)),
    ...(await releases('iron-session', ironSession)),
    ...(await releases('h3', h3Session)),
    ...(await releases('@hapi/yar', yar)),
    ...(await releases('@hapi/cookie', hapiCookie)),
    ...(await releases('react-router', cookieStorage)),
    ...(await releases('@remix-run/node', cookieStorage)),
    ...(await releases('lucia', lucia)),
    ...(await releases('cookie-signature', cookieSignature)),
    ...(await releases('cookie-parser', cookieParser)),
    ...(await releases('@fastify/cookie', fastifySigner)),
    ...(await releases('hono', honoSigned)),
    ...(await releases('@hapi/iron', hapiIron)),
    ...(await releases('iron-session', ironSeal)),
    ...(await releases('keygrip', keygrip)),
    ...(await releases('hono-sessions', honoSessionKey)),
    ...(await releases('@hono/session', honoSession)),
    ...(await releases('elysia', elysia)),
    ...(await releases('tiny-csrf', tinyCsrf)),
  ];
}

function releases<Api>(packageName: string, create: (library: Library) => Promise<Api>): Promise<readonly Api[]> {
  return Promise.all(releasesOf(packageName).map(create));
}

type Middleware = (options: Options) => unknown;
type WithSession = Readonly<Record<string, Session>>;

async function expressSession(library: Library): Promise<SessionSetup> {
  const session = await load<Middleware>(library);
  return {
    library,
    api: 'session()',
    source: sourceOf(library, 'index.js', 'new MemoryStore()'),
    program: (options) => `import session from 'express-session';\nsession(${options});`,
    create: (options) =>
      expressServer(
        session({ secret: SECRET, resave: false, saveUninitialized: false, ...options }),
        (req) => (req as unknown as WithSession).session as Session,
      ),
    hasStore: true,
  };
}

async function clientSessions(library: Library): Promise<SessionSetup> {
  const sessions = await load<Middleware>(library);
  return {
    library,
    api: 'sessions()',
    source: sourceOf(library, 'lib/client-sessions.js', 'opts.duration'),
    program: (options) => `import sessions from 'client-sessions';\nsessions(${options});`,
    create: (options) =>
      expressServer(
        sessions({ secret: SECRET, ...options }),
        (req) => (req as unknown as WithSession).session_state as Session,
      ),
    hasStore: true,
    lifetimes: [{}, { duration: 3_600_000 }, { duration: 0 }],
    secret: (secret) => ({ secret }),
  };
}

async function cookieSession(library: Library): Promise<SessionSetup> {
  const session = await load<Middleware>(library);
  return {
    library,
    api: 'cookieSession()',
    source: sourceOf(library, 'index.js', 'opts.keys'),
    program: (options) => `import session from 'cookie-session';\nsession(${options});`,
    create: (options) => expressServer(session(options), (req) => (req as unknown as WithSession).session as Session),
    secret: (secret) => ({ keys: [secret] }),
  };
}

export async function openidConnect(library: Library): Promise<SessionSetup> {
  const { auth } = await load<{ auth: Middleware }>(library);
  const given = {
    authRequired: false,
    issuerBaseURL: 'https://issuer.example',
    baseURL: 'https://localhost',
    clientID: 'client',
    secret: SECRET,
  };
  const once = (options: Options) => ({ session: { rolling: false, ...options } });
  return {
    library,
    api: 'auth()',
    source: sourceOf(library, 'lib/config.js', 'absoluteDuration:'),
    program: (options) => `import { auth } from 'express-openid-connect';\nauth(${options});`,
    create: (options) =>
      expressServer(auth({ ...given, ...options }), (req) => (req as unknown as WithSession).appSession as Session),
    hasStore: true,
    // One that is used is prolonged up to that.
    lifetimes: [once({}), once({ absoluteDuration: 3600 })],
    secret: (secret) => ({ secret }),
  };
}

const FASTIFY = "import Fastify from 'fastify';\nconst app = Fastify();\n";

async function fastifySession(library: Library): Promise<SessionSetup> {
  const plugins = [await load<unknown>(besides(library, '@fastify/cookie')), await load<unknown>(library)];
  return {
    library,
    api: 'register(session)',
    source: sourceOf(library, ['index.js', 'lib/fastifySession.js'], 'new Store()'),
    program: (options) => `import session from '@fastify/session';\n${FASTIFY}app.register(session, ${options});`,
    create: (options) =>
      fastifyServer(besides(library, 'fastify'), [[plugins[0]], [plugins[1], { secret: SECRET, ...options }]]),
    hasStore: true,
  };
}

export async function secureSession(library: Library): Promise<SessionSetup> {
  const plugin = await load<unknown>(library);
  return {
    library,
    api: 'register(secureSession)',
    source: sourceOf(library, 'index.js', 'expiry'),
    program: (options) =>
      `import secureSession from '@fastify/secure-session';\n${FASTIFY}app.register(secureSession, ${options});`,
    create: (options) =>
      fastifyServer(latest('fastify'), [
        [plugin, { ...(options.secret === undefined && { key: Buffer.alloc(32, 7) }), ...options }],
      ]),
    hasStore: true,
    lifetimes: [{}, { expiry: 3600 }, { expiry: 0 }],
    secret: (secret) => ({ secret, salt: 'sixteen bytes :)' }),
  };
}

async function ironSession(library: Library): Promise<SessionSetup> {
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

async function h3Session(library: Library): Promise<SessionSetup> {
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

async function elysia(library: Library): Promise<SessionSetup> {
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

const HAPI = "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n";

async function yar(library: Library): Promise<SessionSetup> {
  type Request = { readonly yar: { get(name: string): unknown; set(name: string, value: unknown): void } };
  const plugin = await load<unknown>(library);
  return {
    library,
    api: 'register(yar)',
    source: sourceOf(library, 'lib/index.js', 'cookieOptions'),
    program: (options) =>
      `import yar from '@hapi/yar';\n${HAPI}server.register({ plugin: yar, options: { cookieOptions: ${options} } });`,
    create: (options) =>
      hapiServer(async (server) => {
        await server.register({ plugin, options: { cookieOptions: { isSecure: false, ...options } } });
        return {
          handler: ({ yar }: Request) => {
            const user = yar.get('user') ?? '';
            yar.set('user', 'u1');
            return user;
          },
        };
      }),
    secret: (password) => ({ password }),
  };
}

async function hapiCookie(library: Library): Promise<SessionSetup> {
  type Request = {
    readonly auth: { readonly credentials: Session | null };
    readonly cookieAuth: { set(it: Session): void };
  };
  const plugin = await load<unknown>(library);
  return {
    library,
    api: "strategy('cookie')",
    source: sourceOf(library, 'lib/index.js', 'password'),
    program: (options) => `${HAPI}server.auth.strategy('session', 'cookie', { cookie: ${options} });`,
    create: (options) =>
      hapiServer(async (server: Hapi) => {
        await server.register(plugin);
        server.auth.strategy('session', 'cookie', {
          cookie: { isSecure: false, ...options },
          validate: (_request: unknown, credentials: Session) => ({ isValid: true, credentials }),
        });
        return {
          options: { auth: { strategy: 'session', mode: 'try' } },
          handler: ({ auth, cookieAuth }: Request) => {
            cookieAuth.set({ user: 'u1' });
            return auth.credentials?.user ?? '';
          },
        };
      }),
    secret: (password) => ({ password }),
  };
}

async function cookieStorage(library: Library): Promise<SessionSetup> {
  type Kept = { get(name: string): unknown; set(name: string, value: unknown): void };
  interface Storage {
    getSession(cookie?: string): Promise<Kept>;
    commitSession(session: Kept): Promise<string>;
  }
  const { createCookieSessionStorage } = await load<{ createCookieSessionStorage(options: Options): Storage }>(library);
  const file = ['dist/development/lib/server-runtime/cookies.js', 'dist/development/index.js', 'dist/index.js'];
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

/** With what is kept in a database at hand. */
async function lucia(library: Library): Promise<SessionSetup> {
  return library.version.startsWith('2.') ? lucia2(library) : lucia3(library);
}

async function lucia3(library: Library): Promise<SessionSetup> {
  interface Lucia {
    createSession(user: string, attributes: object): Promise<{ readonly id: string }>;
    validateSession(id: string): Promise<{ readonly user: unknown }>;
  }
  type Row = { readonly id: string; expiresAt: Date };
  const { Lucia } = await load<{ Lucia: new (adapter: object, options: Options) => Lucia }>(library);
  const rows = new Map<string, Row>();
  const adapter = {
    setSession: async (row: Row) => rows.set(row.id, row),
    getSessionAndUser: async (id: string) => [rows.get(id) ?? null, { id: 'u1', attributes: {} }],
    deleteSession: async () => undefined,
    updateSessionExpiration: async () => undefined,
  };
  return {
    library,
    api: 'new Lucia()',
    source: sourceOf(library, 'dist/core.js', 'new TimeSpan(30, "d")'),
    program: (options) => `import { Lucia } from 'lucia';\nnew Lucia(adapter, ${options});`,
    create: (options) => async (cookie) => {
      const lucia = new Lucia(adapter, options);
      if (cookie !== undefined) return { user: (await lucia.validateSession(cookie)).user, cookies: [] };
      return { user: undefined, cookies: [(await lucia.createSession('u1', {})).id] };
    },
    lifetimes: [{}],
  };
}

async function lucia2(library: Library): Promise<SessionSetup> {
  interface Auth {
    createSession(options: object): Promise<{ readonly sessionId: string }>;
    validateSession(id: string): Promise<{ readonly user: unknown }>;
  }
  type Row = { readonly id: string };
  const { lucia } = await load<{ lucia(options: Options): Auth }>(library);
  const rows = new Map<string, Row>();
  const adapter = () => ({
    getUser: async () => ({ id: 'u1' }),
    setSession: async (row: Row) => rows.set(row.id, row),
    getSession: async (id: string) => rows.get(id) ?? null,
    updateSession: async () => undefined,
    deleteSession: async () => undefined,
  });
  return {
    library,
    api: 'lucia()',
    source: sourceOf(library, 'dist/auth/index.js', 'idlePeriod'),
    program: (options) => `import { lucia } from 'lucia';\nlucia({ adapter, env: 'DEV',${options.slice(1)});`,
    create: (options) => async (cookie) => {
      const auth = lucia({ adapter, env: 'DEV', ...options });
      if (cookie !== undefined) {
        const session = await unlessThrown(() => auth.validateSession(cookie));
        return { user: session?.user, cookies: [] };
      }
      const { sessionId } = await auth.createSession({ userId: 'u1', attributes: {} });
      return { user: undefined, cookies: [sessionId] };
    },
    // To an idle period an active one is added.
    lifetimes: [{}, { sessionExpiresIn: { activePeriod: 0, idlePeriod: 7_200_000 } }],
  };
}
