import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { type Library, load, releasesOf } from './libraries';

interface Reply {
  setCookie(name: string, value: string, options?: Options): void;
}
interface Request {
  readonly session: Record<string, unknown>;
}
interface Answer {
  readonly statusCode: number;
  readonly headers: { readonly 'set-cookie'?: string | readonly string[] };
  json(): { readonly message: string };
}
interface FastifyApp {
  register(plugin: unknown, options?: Options): void;
  get(path: string, handler: (request: Request, reply: Reply) => Promise<string>): void;
  inject(request: object): Promise<Answer>;
  close(): Promise<void>;
}

/** The plugin of Fastify that writes cookies. */
export async function fastifyCookie(library: Library): Promise<CookieApi> {
  const plugin = await load<unknown>(library);
  const old = library.version.startsWith('9.');
  return {
    library,
    api: 'reply.setCookie()',
    names: false,
    sources: find(library, old ? 'plugin.js' : 'index.js', {
      all: 'const opts = Object.assign(',
      secure: "opts.secure === 'auto'",
    }),
    program: (options) =>
      withApp(
        `app.register(cookie);\napp.get('/', (request, reply) => {\n  reply.setCookie('a', 'b', ${options});\n});`,
      ),
    write: (options, tls) =>
      answerOf(library, tls, (app) => {
        app.register(plugin);
        app.get('/', async (_request, reply) => {
          reply.setCookie(NAME, VALUE, ...(options ? [options] : []));
          return '';
        });
      }),
  };
}

/** The sessions of Fastify, in the release that goes with that of the cookies. */
export async function fastifySession(library: Library): Promise<CookieApi> {
  const plugin = await load<unknown>(library);
  const cookies = await load<unknown>(besides(library, '@fastify/cookie'));
  const old = library.version.startsWith('10.');
  return {
    library,
    api: 'register(session)',
    needsTls: true,
    names: true,
    sources: {
      ...find(library, 'lib/cookie.js', { all: 'this.httpOnly =', sameSite: 'this.sameSite =', path: 'this.path =' }),
      ...find(library, old ? 'lib/fastifySession.js' : 'index.js', {
        name: "'sessionId'",
        secure: "option(opts.cookie, 'secure', true)",
      }),
    },
    program: (options) => withApp(`app.register(session, { secret, cookie: ${options} });`),
    write: (options, tls) =>
      answerOf(library, tls, (app) => {
        app.register(cookies);
        app.register(plugin, {
          secret: 'a-shared-secret-of-more-than-32-bytes',
          ...(options && { cookie: { ...options } }),
        });
        app.get('/', async (request) => {
          request.session.user = 'u1';
          return '';
        });
      }),
  };
}

function withApp(text: string): string {
  return `import cookie from '@fastify/cookie';\nimport session from '@fastify/session';\nimport Fastify from 'fastify';\nconst app = Fastify();\n${text}`;
}

async function answerOf(library: Library, tls: boolean, build: (app: FastifyApp) => void): Promise<readonly string[]> {
  const create = await load<(options: Options) => FastifyApp>(besides(library, 'fastify'));
  const app = create({ trustProxy: true });
  build(app);
  try {
    const headers = tls ? { 'x-forwarded-proto': 'https' } : {};
    const answer = await app.inject({ url: '/', headers });
    if (answer.statusCode !== 200) throw new Error(answer.json().message);
    return [answer.headers['set-cookie'] ?? []].flat();
  } finally {
    await app.close();
  }
}

/** The first release for Fastify 5, of Fastify and of its plugins. */
const FOR_FASTIFY_5: Readonly<Record<string, number>> = {
  '@fastify/cookie': 10,
  '@fastify/jwt': 9,
  '@fastify/secure-session': 8,
  '@fastify/session': 11,
  fastify: 5,
};

/** The last release of another package that goes with the Fastify that this one goes with. */
export function besides(library: Library, packageName: string): Library {
  const goesWithFive = isForFive(library);
  return releasesOf(packageName).findLast((it) => isForFive(it) === goesWithFive) as Library;
}

function isForFive({ package: name, version }: Library): boolean {
  return Number.parseInt(version, 10) >= (FOR_FASTIFY_5[name] ?? 0);
}
