import { type CookieApi, find, type Options } from './cookieApi';
import { SECRET } from './forgery';
import { type Library, load } from './libraries';
import { type Hapi, hapiServer } from './sessionServers';

const SPELLED = { httpOnly: 'isHttpOnly', secure: 'isSecure', sameSite: 'isSameSite', maxAge: 'ttl' };
const HAPI = "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n";

/** The cookie of a session that a plugin of hapi keeps. */
function sessionCookie(
  library: Library,
  given: Pick<CookieApi, 'api' | 'sources' | 'program'>,
  build: (server: Hapi, options: Options | undefined) => Promise<object>,
): CookieApi {
  return {
    library,
    ...given,
    names: true,
    spelled: SPELLED,
    async write(options) {
      const server = await hapiServer((made) => build(made, options));
      const { cookies, user } = await server();
      // What hapi makes of options that it does not know.
      if (user === undefined) throw new Error('the server answers with an error');
      return cookies;
    },
  };
}

export async function yarCookie(library: Library): Promise<CookieApi> {
  const plugin = await load<unknown>(library);
  return sessionCookie(
    library,
    {
      api: 'register(yar)',
      sources: find(library, 'lib/index.js', { all: 'cookieOptions', name: "name: 'session'" }),
      program: (options) =>
        `import yar from '@hapi/yar';\n${HAPI}server.register({ plugin: yar, options: { cookieOptions: ${options} } });`,
    },
    async (server, options) => {
      await server.register({ plugin, options: { cookieOptions: { password: SECRET, ...options } } });
      type Request = { readonly yar: { set(name: string, value: string): void } };
      return {
        handler({ yar }: Request) {
          yar.set('user', 'u1');
          return 'in';
        },
      };
    },
  );
}

export async function authCookie(library: Library): Promise<CookieApi> {
  const plugin = await load<unknown>(library);
  return sessionCookie(
    library,
    {
      api: "strategy('cookie')",
      sources: find(library, 'lib/index.js', { all: 'cookie:', name: "'sid'" }),
      program: (options) => `${HAPI}server.auth.strategy('session', 'cookie', { cookie: ${options} });`,
    },
    async (server, options) => {
      await server.register(plugin);
      server.auth.strategy('session', 'cookie', {
        cookie: { password: SECRET, ...options },
        validate: () => ({ isValid: true }),
      });
      type Request = { readonly cookieAuth: { set(session: object): void } };
      return {
        options: { auth: { strategy: 'session', mode: 'try' } },
        handler({ cookieAuth }: Request) {
          cookieAuth.set({ user: 'u1' });
          return 'in';
        },
      };
    },
  );
}
