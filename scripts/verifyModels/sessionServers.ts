import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Library, load, releasesOf } from './libraries';
import { answerOf, type Handler } from './serve';
import type { Options } from './source';

/** A server that keeps a user in a session: whom it finds in the session of a request, and the cookies it sets. */
export type SessionServer = (cookie?: string, tls?: boolean) => Promise<SessionAnswer>;

export interface SessionAnswer {
  readonly user: unknown;
  readonly cookies: readonly string[];
}

export type Session = { user?: unknown };

/** Finds the user in a session, and keeps one in it. */
export function swap(session: Session): string {
  const user = String(session.user ?? '');
  session.user = 'u1';
  return user;
}

/** The cookies that a browser sends after these were set. */
export function sent(cookies: readonly string[]): string {
  return cookies.map((it) => it.split(';')[0]).join('; ');
}

/** The last release of a package. */
export function latest(packageName: string): Library {
  return releasesOf(packageName).at(-1) as Library;
}

/** A server of Express with a middleware, whose session stands in the request. */
export async function expressServer(
  middleware: unknown,
  sessionOf: (req: IncomingMessage) => Session,
): Promise<SessionServer> {
  const express = await load<() => Handler & { use(middleware: unknown): void }>(latest('express'));
  const app = express();
  app.use(middleware);
  app.use((req: IncomingMessage, res: ServerResponse) => {
    res.setHeader('x-user', swap(sessionOf(req)));
    res.end();
  });
  return async (cookie) => {
    const { headers } = await answerOf(app, cookie === undefined ? {} : { cookie });
    return { user: headers.get('x-user'), cookies: headers.getSetCookie() };
  };
}

interface Fastify {
  register(plugin: unknown, options?: Options): void;
  get(path: string, handler: (request: { readonly session: Session }) => Promise<string>): void;
  inject(request: object): Promise<Injected>;
}
interface Injected {
  readonly payload: string;
  readonly statusCode: number;
  readonly headers: { readonly 'set-cookie'?: string | readonly string[] };
}

/** A server of Fastify with plugins. */
export async function fastifyServer(
  fastify: Library,
  plugins: readonly (readonly [plugin: unknown, options?: Options])[],
): Promise<SessionServer> {
  const app = (await load<(options: Options) => Fastify>(fastify))({ trustProxy: true });
  for (const [plugin, options] of plugins) app.register(plugin, options);
  app.get('/', async ({ session }) => swap(session));
  return (cookie, tls) => injected(app, cookie, tls);
}

async function injected(
  app: { inject(request: object): Promise<Injected> },
  cookie = '',
  tls = true,
): Promise<SessionAnswer> {
  const headers = { cookie, 'x-forwarded-proto': tls ? 'https' : 'http' };
  const answer = await app.inject({ url: '/', headers });
  const user = answer.statusCode === 200 ? answer.payload : undefined;
  return { user, cookies: [answer.headers['set-cookie'] ?? []].flat() };
}

export interface Hapi {
  register(plugin: unknown): Promise<void>;
  route(route: object): void;
  readonly auth: { strategy(name: string, scheme: string, options: Options): void };
  inject(request: object): Promise<Injected>;
}

/** A server of hapi, with one route that `build` makes. */
export async function hapiServer(build: (server: Hapi) => Promise<object>): Promise<SessionServer> {
  const hapi = await load<{ server(options: Options): Hapi }>(latest('@hapi/hapi'));
  const server = hapi.server({ debug: false });
  server.route({ method: 'GET', path: '/', ...(await build(server)) });
  return (cookie) => injected(server, cookie);
}

/** What a call promises; nothing where that fails. */
export async function unlessThrown<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch {
    return undefined;
  }
}
