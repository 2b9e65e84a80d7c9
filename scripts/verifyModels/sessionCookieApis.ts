import { type CookieApi, find, type Options } from './cookieApi';
import { SECRET } from './forgery';
import { type Library, load } from './libraries';
import { latest } from './sessionServers';
import { openidConnect as openidSetup, type SessionSetup, secureSession as secureSetup } from './sessionSetups';

/** The cookie of a session, as one of its options describes it. */
function cookieOf(
  { library, api, create }: SessionSetup,
  sources: CookieApi['sources'],
  program: CookieApi['program'],
  given: (cookie: Options | undefined) => Options,
): CookieApi {
  return {
    library,
    api,
    needsTls: true,
    names: true,
    sources,
    program,
    async write(cookie, tls) {
      const { cookies } = await (await create(given(cookie)))(undefined, tls);
      return cookies;
    },
  };
}

export async function secureSession(library: Library): Promise<CookieApi> {
  return cookieOf(
    await secureSetup(library),
    find(library, 'index.js', { all: 'cookieOptions' }),
    (options) =>
      `import Fastify from 'fastify';\nimport session from '@fastify/secure-session';\nFastify().register(session, { key, cookie: ${options} });`,
    (cookie) => ({ ...(cookie && { cookie }) }),
  );
}

export async function openidConnect(library: Library): Promise<CookieApi> {
  return cookieOf(
    await openidSetup(library),
    find(library, 'lib/config.js', { all: 'httpOnly: Joi' }),
    (options) => `import { auth } from 'express-openid-connect';\nauth({ session: { cookie: ${options} } });`,
    (cookie) => ({ session: { ...(cookie && { cookie }) } }),
  );
}

/** With a user who signs up; all is kept in memory. */
export async function betterAuth(library: Library): Promise<CookieApi> {
  type Auth = { handler(request: Request): Promise<Response> };
  const { betterAuth: make } = await load<{ betterAuth(options: object): Auth }>(library);
  const { memoryAdapter } = await load<{ memoryAdapter(tables: object): object }>(library, '/adapters/memory');
  return {
    library,
    api: 'betterAuth()',
    names: false,
    sources: find(library, 'dist/cookies/index.mjs', { all: 'sameSite: "lax"' }),
    program: (options) =>
      `import { betterAuth } from 'better-auth';\nbetterAuth({ secret, advanced: { cookies: { session_token: { attributes: ${options} } } } });`,
    async write(attributes, tls) {
      const baseURL = `${tls ? 'https' : 'http'}://localhost`;
      const { handler } = make({
        baseURL,
        secret: SECRET,
        database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
        emailAndPassword: { enabled: true, password: { hash: async () => 'hash', verify: async () => true } },
        rateLimit: { enabled: false },
        ...(attributes && { advanced: { cookies: { session_token: { attributes } } } }),
      });
      const answer = await handler(
        new Request(`${baseURL}/api/auth/sign-up/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: baseURL },
          body: JSON.stringify({ email: 'u1@example.com', password: 'a long password', name: 'u1' }),
        }),
      );
      if (!answer.ok) throw new Error(`answers ${answer.status}`);
      return answer.headers.getSetCookie().filter((it) => it.includes('session_token'));
    },
  };
}

/** With a user who signs in by a password. */
export async function authCore(library: Library): Promise<CookieApi> {
  interface Core {
    readonly skipCSRFCheck: symbol;
    Auth(request: Request, options: object): Promise<Response>;
  }
  const { Auth, skipCSRFCheck } = await load<Core>(library);
  const credentials = { id: 'credentials', type: 'credentials', credentials: {}, authorize: () => ({ id: 'u1' }) };
  return {
    library,
    api: 'Auth()',
    names: false,
    sources: find(library, 'lib/utils/cookie.js', { all: 'sessionToken: {' }),
    program: (options) =>
      `import { Auth } from '@auth/core';\nAuth(request, { providers, cookies: { sessionToken: { options: ${options} } } });`,
    async write(options, tls) {
      const url = `${tls ? 'https' : 'http'}://localhost/auth/callback/credentials`;
      const request = new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const answer = await Auth(request, {
        ...{ basePath: '/auth', secret: SECRET, trustHost: true, skipCSRFCheck, providers: [credentials] },
        ...(options && { cookies: { sessionToken: { options } } }),
      });
      return answer.headers.getSetCookie().filter((it) => it.includes('session-token'));
    },
  };
}

/** The cookie that lucia describes, for others to write. */
export async function lucia(library: Library): Promise<CookieApi> {
  type Attributes = { readonly sessionCookie?: { readonly attributes: Options } };
  interface Lucia {
    createSessionCookie(session: unknown): { serialize(): string };
  }
  const made = await load<{
    readonly Lucia?: new (adapter: object, options: Attributes) => Lucia;
    lucia?(options: object): Lucia;
  }>(library);
  const isNew = made.Lucia !== undefined;
  return {
    library,
    api: isNew ? 'new Lucia()' : 'lucia()',
    kind: 'CookieWrite',
    names: true,
    sources: find(library, isNew ? 'dist/core.js' : 'dist/auth/cookie.js', {
      all: isNew ? 'sessionCookie' : 'httpOnly: true',
    }),
    program: (options) =>
      isNew
        ? `import { Lucia } from 'lucia';\nnew Lucia(adapter, { sessionCookie: { attributes: ${options} } });`
        : `import { lucia } from 'lucia';\nlucia({ adapter, env: 'DEV', sessionCookie: { attributes: ${options} } });`,
    write(attributes) {
      const options = { ...(attributes && { sessionCookie: { attributes } }) };
      const { Lucia, lucia } = made;
      if (Lucia !== undefined) return [new Lucia({}, options).createSessionCookie('id').serialize()];
      const auth = lucia?.({ adapter: () => ({}), env: 'DEV', ...options });
      const session = { sessionId: 'id', idlePeriodExpiresAt: new Date(Date.now() + 3_600_000) };
      return [auth?.createSessionCookie(session).serialize() ?? ''];
    },
  };
}

/** The session of Adonis, in an application without a configuration of its own. */
export async function adonisSession(library: Library): Promise<CookieApi> {
  interface Context {
    readonly response: { getHeaders(): { readonly 'set-cookie'?: string | readonly string[] } };
    readonly session: { put(name: string, value: string): void };
  }
  type Middleware = { handle(context: Context, next: () => Promise<void>): Promise<void> };
  interface Factory {
    merge(given: { readonly config: Options }): { create(): Promise<Middleware> };
  }
  const { SessionMiddlewareFactory } = await load<{ SessionMiddlewareFactory: new () => Factory }>(
    library,
    '/factories',
  );
  const { HttpContextFactory } = await load<{ HttpContextFactory: new () => { create(): Context } }>(
    latest('@adonisjs/core'),
    '/factories/http',
  );
  return {
    library,
    api: 'defineConfig()',
    kind: 'CookieWrite',
    names: true,
    sources: find(library, 'build/chunk-OTCKCTXY.js', { all: 'function defineConfig', name: 'adonis_session' }),
    program: (options) =>
      `import { defineConfig } from '@adonisjs/session';\nexport default defineConfig({ store: 'memory', stores: {}, cookie: ${options} });`,
    async write(cookie) {
      const config = { store: 'memory', stores: {}, ...(cookie && { cookie }) };
      const middleware = await new SessionMiddlewareFactory().merge({ config }).create();
      const context = new HttpContextFactory().create();
      await middleware.handle(context, async () => context.session.put('user', 'u1'));
      return [context.response.getHeaders()['set-cookie'] ?? []].flat();
    },
  };
}
