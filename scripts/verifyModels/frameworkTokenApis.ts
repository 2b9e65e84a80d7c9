import { HONO_OPTIONS, JOSE_OPTIONS, JSONWEBTOKEN_OPTIONS } from './claimProbes';
import { besides } from './fastifyApis';
import { now, SECRET } from './forgery';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import type { Options } from './source';
import { algorithmWith, HS256, type Signing, signings, type TokenApi } from './tokenApi';

/** The tokens of frameworks, most of them by libraries that are tried by themselves too. */
export async function frameworkTokenApis(): Promise<readonly TokenApi[]> {
  return [
    ...(await Promise.all(releasesOf('hono').map(honoJwt))),
    ...(await Promise.all(releasesOf('@fastify/jwt').map(fastifyJwt))),
    ...(await Promise.all(releasesOf('@nestjs/jwt').map(nestjsJwt))),
    ...(await Promise.all(releasesOf('@nestjs/jwt').map(nestjsJwtLater))),
    ...(await Promise.all(releasesOf('@elysiajs/jwt').map(elysiaJwt))),
  ];
}

async function honoJwt(library: Library): Promise<TokenApi> {
  const { sign, verify } = await load<{
    sign(payload: object, key: unknown, algorithm?: string): Promise<string>;
    verify(token: string, key: unknown, algorithm?: unknown): Promise<unknown>;
  }>(library, '/jwt');
  const program = (call: string) => `import { sign, verify } from 'hono/jwt';\n${call};`;
  const exp = 'Math.floor(Date.now() / 1000) + 3600';
  return {
    library,
    sign: {
      api: 'sign()',
      source: sourceOf(library, 'dist/utils/jwt/jwt.js', 'sign = async ('),
      tried: signings(program, [
        ['algorithm', 'sign({}, secret)', () => sign({}, SECRET)],
        ['algorithm', "sign({}, secret, 'HS512')", () => sign({}, SECRET, 'HS512')],
        ['algorithm', "sign({}, secret, 'none')", () => sign({}, SECRET, 'none')],
        ['lifetime', 'sign({}, secret)', () => sign({}, SECRET)],
        ['lifetime', `sign({ exp: ${exp} }, secret)`, () => sign({ exp: now() + 3600 }, SECRET)],
      ]),
    },
    verify: {
      api: 'verify()',
      source: sourceOf(library, 'dist/utils/jwt/jwt.js', 'verify = async ('),
      program: program('verify(token, key)'),
      accepts: (token, key, options) => verify(token, key, algorithmWith('alg', options)),
      checks: {
        needs: HS256,
        options: HONO_OPTIONS,
        program: (options) => program(`verify(token, key, { alg: 'HS256',${options.slice(1)})`),
      },
    },
  };
}

/** Expiries as jsonwebtoken has them, in options of a call. */
function expiries(
  program: (call: string) => string,
  call: (options: string) => string,
  sign: (options?: Options) => string | Promise<string>,
): readonly Signing[] {
  return signings(program, [
    ['algorithm', call(''), () => sign()],
    ['algorithm', call(", { algorithm: 'HS512' }"), () => sign({ algorithm: 'HS512' })],
    ['lifetime', call(''), () => sign()],
    ...[undefined, 3600, '3600000', '1h', '2 days'].map((expiresIn) => {
      const text = typeof expiresIn === 'string' ? `'${expiresIn}'` : expiresIn;
      return ['lifetime', call(`, { expiresIn: ${text} }`), () => sign({ expiresIn })] as const;
    }),
  ]);
}

async function fastifyJwt(library: Library): Promise<TokenApi> {
  interface App {
    register(plugin: unknown, options: Options): void;
    ready(): Promise<void>;
    readonly jwt: {
      sign(payload: object, options?: Options): string;
      verify(token: string, options?: Options): unknown;
    };
  }
  const create = await load<() => App>(besides(library, 'fastify'));
  const app = create();
  app.register(await load<unknown>(library), { secret: SECRET });
  await app.ready();
  const program = (call: string) =>
    `import jwt from '@fastify/jwt';\nimport Fastify from 'fastify';\nconst app = Fastify();\napp.register(jwt, { secret });\napp.${call};`;
  const file = ['index.js', 'jwt.js'];
  return {
    library,
    sign: {
      api: 'app.jwt.sign()',
      source: sourceOf(library, file, 'function sign (payload'),
      tried: expiries(
        program,
        (options) => `jwt.sign({}${options})`,
        (options) => app.jwt.sign({ sub: 'u1' }, ...(options ? [options] : [])),
      ),
    },
    verify: {
      api: 'app.jwt.verify()',
      source: sourceOf(library, file, 'function verify (token'),
      program: program('jwt.verify(token, { key })'),
      accepts: (token, key, options) => app.jwt.verify(token, { key, ...options }),
      checks: {
        options: {
          ...JSONWEBTOKEN_OPTIONS,
          clockTolerance: { clockTolerance: 20_000 },
          checksIssuer: { allowedIss: 'us' },
          checksAudience: { allowedAud: 'here' },
        },
        program: (options) => program(`jwt.verify(token, { key,${options.slice(1)})`),
      },
    },
  };
}

async function nestjsJwt(library: Library): Promise<TokenApi> {
  interface Service {
    sign(payload: object, options?: Options): string;
    verify(token: string, options?: Options): unknown;
  }
  const { JwtService } = await load<{ JwtService: new (options: Options) => Service }>(library);
  const program = (call: string) =>
    `import { JwtService } from '@nestjs/jwt';\nconst jwtService = new JwtService({});\njwtService.${call};`;
  const service = new JwtService({});
  return {
    library,
    sign: {
      api: 'jwtService.sign()',
      source: sourceOf(library, 'dist/jwt.service.js', 'sign(payload, options)'),
      tried: expiries(
        program,
        (options) => `sign({}, { secret${options.replace(', {', ',').replace(/^$/, ' }')})`,
        (options) => service.sign({ sub: 'u1' }, { secret: SECRET, ...options }),
      ),
    },
    verify: {
      api: 'jwtService.verify()',
      source: sourceOf(library, 'dist/jwt.service.js', 'verify(token, options)'),
      program: program('verify(token, { secret })'),
      accepts: (token, secret, options) => service.verify(token, { secret, ...options }),
      checks: {
        options: JSONWEBTOKEN_OPTIONS,
        program: (options) => program(`verify(token, { secret,${options.slice(1)})`),
      },
    },
  };
}

/** The same by promises. */
async function nestjsJwtLater(library: Library): Promise<TokenApi> {
  interface Service {
    verifyAsync(token: string, options?: Options): Promise<unknown>;
  }
  const { JwtService } = await load<{ JwtService: new (options: Options) => Service }>(library);
  const service = new JwtService({});
  const program = (options: string) =>
    `import { JwtService } from '@nestjs/jwt';\nconst jwtService = new JwtService({});\njwtService.verifyAsync(token, { secret,${options.slice(1)});`;
  return {
    library,
    verify: {
      api: 'jwtService.verifyAsync()',
      source: sourceOf(library, 'dist/jwt.service.js', 'verifyAsync(token, options)'),
      program: program('{ }'),
      accepts: (token, secret, options) => service.verifyAsync(token, { secret, ...options }),
      checks: { options: JSONWEBTOKEN_OPTIONS, program },
    },
  };
}

async function elysiaJwt(library: Library): Promise<TokenApi> {
  interface Jwt {
    sign(payload: object): Promise<string>;
    verify(token: string, options?: object): Promise<unknown>;
  }
  type Plugin = { readonly decorator: { readonly jwt: Jwt } };
  const exported = await load<{ jwt(options: Options): Plugin } | ((options: Options) => Plugin)>(library);
  const create = typeof exported === 'function' ? exported : exported.jwt;
  const of = (options: Options) => create({ name: 'jwt', ...options }).decorator.jwt;
  const program = (call: string, options = 'secret') =>
    `import { jwt } from '@elysiajs/jwt';\nimport { Elysia } from 'elysia';\nnew Elysia().use(jwt({ name: 'jwt', ${options} })).get('/', ({ jwt }) => jwt.${call});`;
  const { sign } = of({ secret: SECRET });
  return {
    library,
    sign: {
      api: 'jwt.sign()',
      source: sourceOf(library, 'dist/cjs/index.js', ['sign(signValue)', 'sign(data) {', 'sign(morePayload)']),
      tried: [
        ...signings(program, [
          ['algorithm', "sign({ sub: 'u1' })", () => sign({ sub: 'u1' })],
          ['lifetime', "sign({ sub: 'u1' })", () => sign({ sub: 'u1' })],
          ['lifetime', "sign({ exp: '1h' })", () => sign({ exp: '1h' })],
          ['lifetime', 'sign({ exp: 3600 })', () => sign({ exp: 3600 })],
          ['lifetime', 'sign({ exp: undefined })', () => sign({ exp: undefined })],
        ]),
        {
          attribute: 'algorithm',
          call: "jwt({ secret, alg: 'HS512' })",
          program: program('sign({})', "secret, alg: 'HS512'"),
          make: () => of({ secret: SECRET, alg: 'HS512' }).sign({}),
        },
        {
          attribute: 'lifetime',
          call: "jwt({ secret, exp: '7d' })",
          program: program('sign({})', "secret, exp: '7d'"),
          make: () => of({ secret: SECRET, exp: '7d' }).sign({}),
        },
        {
          attribute: 'lifetime',
          call: "jwt({ secret, exp: '7d' }), sign({ exp: undefined })",
          make: () => of({ secret: SECRET, exp: '7d' }).sign({ exp: undefined }),
        },
      ],
    },
    verify: {
      api: 'jwt.verify()',
      source: sourceOf(library, 'dist/cjs/index.js', 'async verify('),
      program: program('verify(token)'),
      accepts: (token, secret, options) => of({ secret }).verify(token, options),
      checks: { options: JOSE_OPTIONS, program: (options) => program(`verify(token, ${options})`) },
    },
  };
}
