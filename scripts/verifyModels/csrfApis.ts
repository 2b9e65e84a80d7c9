import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CookieApi, find, type Options } from './cookieApi';
import { type Library, load } from './libraries';
import { type Handler, setCookies, throwingOn } from './serve';
import { latest } from './sessionServers';

type Request = IncomingMessage & { cookies: Options; csrfToken(): string };

/** The middleware that keeps the secret of its tokens in a cookie. */
export async function csurf(library: Library): Promise<CookieApi> {
  type Middleware = (req: Request, res: ServerResponse, next: (error?: unknown) => void) => void;
  const create = await load<(options: Options) => Middleware>(library);
  return {
    library,
    api: 'csurf()',
    names: true,
    sources: find(library, 'index.js', {
      all: 'function setCookie (',
      name: "opts.key = '_csrf'",
      path: "opts.path = '/'",
    }),
    program: (options) => `import csurf from 'csurf';\ncsurf({ cookie: ${options} });`,
    write: (options, tls) =>
      throwingOn((guarded) =>
        setCookies((req, res) => {
          guarded(() => {
            Object.assign(req, { cookies: {} });
            create({ cookie: options ?? true })(req as Request, res, () => (req as Request).csrfToken());
          });
          res.end();
        }, tls),
      ),
  };
}

/** A token in a cookie, which Express writes. */
export async function csrfCsrf(library: Library): Promise<CookieApi> {
  type Make = (req: Request, res: ServerResponse) => string;
  interface Csrf {
    readonly generateCsrfToken?: Make;
    readonly generateToken?: Make;
  }
  const { doubleCsrf } = await load<{ doubleCsrf(options: Options): Csrf }>(library);
  const express = await load<() => Handler & { use(handler: unknown): void }>(latest('express'));
  const file = library.version.startsWith('3.') ? 'lib/cjs/index.cjs' : 'dist/index.js';
  return {
    library,
    api: 'doubleCsrf()',
    names: true,
    sources: find(library, file, { all: 'cookieOptions: {', name: '__Host-psifi.x-csrf-token' }),
    program: (options) =>
      `import { doubleCsrf } from 'csrf-csrf';\ndoubleCsrf({ getSecret, getSessionIdentifier, cookieOptions: ${options} });`,
    write: (cookieOptions, tls) =>
      throwingOn((guarded) => {
        const app = express();
        app.use((req: Request, res: ServerResponse) => {
          guarded(() => {
            const given = { getSecret: () => 'secret', getSessionIdentifier: () => 'session' };
            const csrf = doubleCsrf({ ...given, ...(cookieOptions && { cookieOptions }) });
            req.cookies = {};
            (csrf.generateCsrfToken ?? csrf.generateToken)?.(req, res);
          });
          res.end();
        });
        return setCookies(app, tls);
      }),
  };
}
