import { besides } from './fastifyApis';
import { cookieStorage, elysia, h3Session, ironSession } from './fetchSessionSetups';
import { SECRET } from './forgery';
import { hapiCookie, yar } from './hapiSessionSetups';
import { honoSession } from './honoSessionSetup';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { lucia } from './luciaSetups';
import {
  cookieParser,
  cookieSignature,
  fastifySigner,
  hapiIron,
  honoSessionKey,
  honoSigned,
  ironSeal,
  keygrip,
  nextAuthKey,
  tinyCsrf,
} from './secretSetups';
import { expressServer, fastifyServer, type Session, type SessionServer } from './sessionServers';
import { bundledSession, hapiSealed, koaKeys, oakKeys, signingJar } from './signedCookieSetups';
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
    ...(await releases('cookies', signingJar)),
    ...(await releases('koa', koaKeys)),
    ...(await releases('@oakserver/oak', oakKeys)),
    ...(await releases('@hapi/hapi', hapiSealed)),
    await bundledSession(releasesOf('express')[0] as Library),
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
    ...(await releases('next-auth', nextAuthKey)),
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
    source: sourceOf(library, 'index.js', ['expiry', 'cookieOptions']),
    program: (options) =>
      `import secureSession from '@fastify/secure-session';\n${FASTIFY}app.register(secureSession, ${options});`,
    create: (options) =>
      fastifyServer(besides(library, 'fastify'), [
        [plugin, { ...(options.secret === undefined && { key: Buffer.alloc(32, 7) }), ...options }],
      ]),
    hasStore: true,
    lifetimes: [{}, { expiry: 3600 }, { expiry: 0 }],
    secret: (secret) => ({ secret, salt: 'sixteen bytes :)' }),
  };
}
