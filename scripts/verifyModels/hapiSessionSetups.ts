import { type Library, load, sourceOf } from './libraries';
import { type Hapi, hapiServer, type Session } from './sessionServers';
import type { SessionSetup } from './sessionSetups';

const HAPI = "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n";

export async function yar(library: Library): Promise<SessionSetup> {
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

export async function hapiCookie(library: Library): Promise<SessionSetup> {
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
