import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { setCookies } from './serve';

interface HapiServer {
  route(route: object): void;
  inject(url: string): Promise<{ readonly statusCode: number; readonly headers: { 'set-cookie'?: readonly string[] } }>;
  readonly events: unknown;
}
interface Toolkit {
  response(text: string): { state(name: string, value: string, options?: Options): unknown };
}

/** The cookies of hapi, which its package statehood writes. */
export async function hapiState(library: Library): Promise<CookieApi> {
  const hapi = await load<{ server(options: Options): HapiServer }>(library);
  return {
    library,
    api: 'response.state()',
    names: false,
    spelled: { httpOnly: 'isHttpOnly', secure: 'isSecure', sameSite: 'isSameSite', maxAge: 'ttl' },
    sources: { all: sourceOf(library, 'lib/response.js', 'state(name, value, options)') },
    program: (options) =>
      `import Hapi from '@hapi/hapi';\nHapi.server().ext('onPreHandler', (request, h) => h.response('').state('a', 'b', ${options}));`,
    async write(options) {
      const server = hapi.server({ debug: false });
      const handler = (_request: unknown, h: Toolkit) =>
        h.response('').state(NAME, VALUE, ...(options ? [options] : []));
      server.route({ method: 'GET', path: '/', handler });
      return (await server.inject('/')).headers['set-cookie'] ?? [];
    },
  };
}

/** iron-session, with the `Request` and the `Response` of the platform. */
export async function ironSession(library: Library): Promise<CookieApi> {
  type Session = { user?: string; save(): Promise<void> };
  type GetSession = (request: Request, response: Response, options: Options) => Promise<Session>;
  const { getIronSession } = await load<{ getIronSession: GetSession }>(library);
  return {
    library,
    api: 'getIronSession()',
    names: false,
    sources: find(library, 'dist/index.js', { all: 'httpOnly: true' }),
    program: (options) =>
      `import { getIronSession } from 'iron-session';\ngetIronSession(req, res, { cookieName: 'a', password, cookieOptions: ${options} });`,
    async write(cookieOptions, tls) {
      const response = new Response();
      const session = await getIronSession(new Request(`${tls ? 'https' : 'http'}://localhost/`), response, {
        cookieName: NAME,
        password: SECRET,
        ...(cookieOptions && { cookieOptions }),
      });
      session.user = 'u1';
      await session.save();
      return response.headers.getSetCookie();
    },
  };
}

/** client-sessions, which keeps its data in the cookie. */
export async function clientSessions(library: Library): Promise<CookieApi> {
  type Request = IncomingMessage & { session_state?: { user?: string } };
  type Middleware = (req: Request, res: ServerResponse, next: () => void) => void;
  const sessions = await load<(options: Options) => Middleware>(library);
  return {
    library,
    api: 'sessions()',
    names: true,
    sources: find(library, 'lib/client-sessions.js', {
      all: "typeof opts.cookie.httpOnly === 'undefined'",
      name: '"session_state"',
      secure: 'if (opts.cookie.secure && !secure)',
      lifetime: 'opts.cookie.maxAge',
    }),
    program: (options) => `import sessions from 'client-sessions';\nsessions({ secret, cookie: ${options} });`,
    write: (options, tls) => {
      const middleware = sessions({ secret: SECRET, ...(options && { cookie: { ...options } }) });
      return setCookies((req: Request, res) => {
        // What a connection over TLS says of itself.
        if (tls) Object.assign(req.socket, { encrypted: true });
        middleware(req, res, () => {
          if (req.session_state) req.session_state.user = 'u1';
          res.end();
        });
      }, tls);
    },
  };
}
