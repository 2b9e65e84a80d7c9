import { HONO_OPTIONS, JSONWEBTOKEN_OPTIONS } from './claimProbes';
import { SECRET } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { answersTo, bearer, type Handler, verdictOf } from './serve';
import type { Options } from './source';
import { HS256, type TokenApi } from './tokenApi';
import type { Accepts } from './verdicts';

/** What answers requests by itself where their tokens are bad. */
export async function middlewareTokenApis(): Promise<readonly TokenApi[]> {
  return [
    ...(await Promise.all(releasesOf('express-jwt').map(expressJwt))),
    ...(await Promise.all(releasesOf('koa-jwt').map(koaJwt))),
    ...(await Promise.all(releasesOf('hono').map(honoJwt))),
    ...(await Promise.all(releasesOf('passport-jwt').map(passportJwt))),
    ...(await Promise.all(releasesOf('hapi-auth-jwt2').map(hapiAuthJwt2))),
    ...(await Promise.all(releasesOf('@hapi/jwt').map(hapiJwt))),
  ];
}

/** The middleware of Express. */
async function expressJwt(library: Library): Promise<TokenApi> {
  type Middleware = (req: object, res: object, next: (error?: unknown) => void) => void;
  type Create = (options: Options) => Middleware;
  const exported = await load<Create & { readonly expressjwt?: Create }>(library);
  const create = exported.expressjwt ?? exported;
  const accepts: Accepts = (token, secret, options) =>
    new Promise((resolve, reject) => {
      const request = { method: 'GET', headers: { authorization: `Bearer ${token}` } };
      create({ secret, ...options })(request, {}, (error) => (error ? reject(error) : resolve(true)));
    });
  const express = await load<() => Handler & Record<'use' | 'set', (...given: readonly unknown[]) => void>>(
    releasesOf('express').at(-1) as Library,
  );
  const imported = exported.expressjwt === undefined ? 'expressjwt' : '{ expressjwt }';
  return {
    library,
    verify: {
      api: 'expressjwt()',
      source: sourceOf(library, ['dist/index.js', 'lib/index.js'], 'jwt.verify(token'),
      program: `import ${imported} from 'express-jwt';\nexpressjwt({ secret });`,
      accepts,
      checks: {
        needs: HS256,
        options: JSONWEBTOKEN_OPTIONS,
        program: (options) =>
          `import ${imported} from 'express-jwt';\nexpressjwt({ secret, algorithms: ['HS256'],${options.slice(1)});`,
        verdict: (bad) => {
          const app = express();
          app.set('env', 'test');
          app.use(create({ secret: SECRET, ...HS256 }));
          return answersTo(app, bad);
        },
      },
      // A function may give no key: CVE-2020-15084.
      ...(library.version.startsWith('5.') && {
        acceptsCarelessly: (token: string, key: unknown) =>
          accepts(token, (_request: object, _payload: object, done: (error: null, key: unknown) => void) =>
            done(null, key),
          ),
      }),
    },
  };
}

/** The middleware of Koa. */
async function koaJwt(library: Library): Promise<TokenApi> {
  type Middleware = (context: object, next: () => void) => Promise<void>;
  const create = await load<(options: Options) => Middleware>(library);
  const Koa = await load<new () => { use(middleware: unknown): void; callback(): Handler }>(
    releasesOf('koa').at(-1) as Library,
  );
  return {
    library,
    verify: {
      api: 'koaJwt()',
      source: sourceOf(library, 'lib/index.js', 'await verify(token'),
      program: "import koaJwt from 'koa-jwt';\nkoaJwt({ secret });",
      async accepts(token, secret, options) {
        const context = {
          header: { authorization: `Bearer ${token}` },
          state: {},
          throw(_status: number, message: string) {
            throw new Error(message);
          },
        };
        await create({ secret, debug: true, ...options })(context, () => undefined);
        return true;
      },
      checks: {
        needs: HS256,
        options: JSONWEBTOKEN_OPTIONS,
        program: (options) =>
          `import koaJwt from 'koa-jwt';\nkoaJwt({ secret, algorithms: ['HS256'],${options.slice(1)});`,
        verdict: (bad) => {
          const app = new Koa();
          app.use(create({ secret: SECRET, ...HS256 }));
          return answersTo(app.callback(), bad);
        },
      },
    },
  };
}

/** The middleware of Hono. */
async function honoJwt(library: Library): Promise<TokenApi> {
  const { jwt } = await load<{ jwt(options: Options): unknown }>(library, '/jwt');
  const { Hono } = await load<{
    Hono: new () => {
      use(middleware: unknown): void;
      get(path: string, handler: (context: { text(it: string): unknown }) => unknown): void;
      request(path: string, init: object): Promise<Response>;
    };
  }>(library);
  const status = async (token: string, secret: unknown, options: object = {}) => {
    const { algorithms: [alg] = [], ...verification } = options as { algorithms?: readonly string[] };
    const app = new Hono();
    app.use(jwt({ secret, ...(alg && { alg }), verification }));
    app.get('/', (context) => context.text('in'));
    return (await app.request('/', { headers: bearer(token) })).status;
  };
  return {
    library,
    verify: {
      api: 'jwt()',
      source: sourceOf(library, 'dist/middleware/jwt/jwt.js', 'payload = await Jwt.verify('),
      program: "import { jwt } from 'hono/jwt';\njwt({ secret });",
      accepts: async (token, secret, options) => (await status(token, secret, options)) === 200,
      checks: {
        needs: HS256,
        options: HONO_OPTIONS,
        program: (options) =>
          `import { jwt } from 'hono/jwt';\njwt({ secret, alg: 'HS256', verification: ${options} });`,
        verdict: async (bad) => verdictOf(await status(bad, SECRET, HS256)),
      },
    },
  };
}

/** The strategy of Passport, which answers for it. */
async function passportJwt(library: Library): Promise<TokenApi> {
  interface Strategy {
    authenticate(request: object): void;
    success?: () => void;
    fail?: () => void;
    error?: (error: Error) => void;
  }
  type Verified = (payload: unknown, done: (error: null, user: object) => void) => void;
  const { Strategy } = await load<{ Strategy: new (options: Options, verified: Verified) => Strategy }>(library);
  type Given = (error: null, key: unknown) => void;
  const outcome = (token: string, options: Options): Promise<string> =>
    new Promise((resolve, reject) => {
      const strategy = new Strategy({ jwtFromRequest: () => token, ...options }, (_payload, done) => done(null, {}));
      strategy.success = () => resolve('success');
      strategy.fail = () => resolve('responds');
      strategy.error = reject;
      strategy.authenticate({});
    });
  const program = (options: string) =>
    `import { Strategy } from 'passport-jwt';\nnew Strategy({ jwtFromRequest, secretOrKey,${options.slice(1)}, verified);`;
  return {
    library,
    verify: {
      api: 'new Strategy()',
      source: sourceOf(library, 'lib/strategy.js', 'JwtStrategy.JwtVerifier('),
      program: program('{ }'),
      accepts: async (token, secretOrKey, options) => (await outcome(token, { secretOrKey, ...options })) === 'success',
      // What a function gives is not looked at.
      acceptsCarelessly: async (token, key) => {
        const secretOrKeyProvider = (_request: unknown, _token: string, done: Given) => done(null, key);
        return (await outcome(token, { secretOrKeyProvider })) === 'success';
      },
      checks: {
        needs: HS256,
        options: {
          ...JSONWEBTOKEN_OPTIONS,
          ignoresNotBefore: { jsonWebTokenOptions: { ignoreNotBefore: true } },
          clockTolerance: { jsonWebTokenOptions: { clockTolerance: 20 } },
        },
        program,
        verdict: (bad) => outcome(bad, { secretOrKey: SECRET }),
      },
    },
  };
}

interface HapiServer {
  register(plugin: unknown): Promise<void>;
  readonly auth: { strategy(name: string, scheme: string, options: Options): void; default(name: string): void };
  route(route: object): void;
  inject(request: object): Promise<{ readonly statusCode: number }>;
}

/** What a server of hapi answers, whose strategy takes these options. */
export async function hapiStatus(plugin: unknown, token: string, options: Options): Promise<number> {
  const hapi = await load<{ server(options: Options): HapiServer }>(releasesOf('@hapi/hapi').at(-1) as Library);
  const server = hapi.server({ debug: false });
  await server.register(plugin);
  server.auth.strategy('tokens', 'jwt', options);
  server.auth.default('tokens');
  server.route({ method: 'GET', path: '/', handler: () => 'in' });
  return (await server.inject({ url: '/', headers: bearer(token) })).statusCode;
}

export const HAPI =
  "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.auth.strategy('tokens', 'jwt', ";

/** A scheme of hapi by jsonwebtoken. */
async function hapiAuthJwt2(library: Library): Promise<TokenApi> {
  const plugin = await load<unknown>(library);
  const status = (token: string, key: unknown, verifyOptions: object | undefined) =>
    hapiStatus(plugin, token, {
      key,
      validate: () => ({ isValid: true }),
      ...(verifyOptions && { verifyOptions }),
    });
  return {
    library,
    verify: {
      api: "strategy('jwt')",
      source: sourceOf(library, ['lib/index.cjs', 'lib/index.js'], '.verify('),
      program: `${HAPI}{ key, validate });`,
      accepts: async (token, key, options) => (await status(token, key, options)) === 200,
      checks: {
        needs: HS256,
        options: JSONWEBTOKEN_OPTIONS,
        program: (options) => `${HAPI}{ key, validate, verifyOptions: ${options} });`,
        verdict: async (bad) => verdictOf(await status(bad, SECRET, HS256)),
      },
    },
  };
}

/** The scheme of hapi's own package, which needs to be told of every claim. */
async function hapiJwt(library: Library): Promise<TokenApi> {
  const jwt = await load<{ readonly plugin: unknown }>(library);
  const unchecked = { aud: false, iss: false, sub: false };
  const status = (token: string, key: unknown, options: object = {}) => {
    const { algorithms, ...verify } = options as { algorithms?: readonly string[] };
    return hapiStatus(jwt, token, {
      keys: algorithms === undefined ? key : { key, algorithms },
      verify: { ...unchecked, ...verify },
      validate: () => ({ isValid: true }),
    });
  };
  const program = (options: string) =>
    `${HAPI}{ keys: { key, algorithms: ['HS256'] }, verify: { sub: false,${options.slice(1)}, validate });`;
  return {
    library,
    verify: {
      api: "strategy('jwt')",
      source: sourceOf(library, 'lib/plugin.js', 'Token.verify'),
      program: `${HAPI}{ keys: key, verify: { aud: false, iss: false, sub: false }, validate });`,
      accepts: async (token, key, options) => (await status(token, key, options)) === 200,
      checks: {
        needs: HS256,
        options: {
          ...HONO_OPTIONS,
          clockTolerance: { timeSkewSec: 20 },
        },
        program,
        verdict: async (bad) => verdictOf(await status(bad, SECRET, HS256)),
      },
    },
  };
}
