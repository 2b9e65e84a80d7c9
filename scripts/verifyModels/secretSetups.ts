import { SECRET } from './forgery';
import { type Library, load, sourceOf } from './libraries';
import { latest, unlessThrown } from './sessionServers';
import type { SessionSetup } from './sessionSetups';
import type { Options } from './source';

/** Text that a secret protects, and the same text again, if the secret is right. */
interface Keeper {
  keep(secret: string): unknown;
  open(kept: string, secret: string): unknown;
}

/** What signs or seals texts, seen as sessions of which only the secret counts. */
function keeping(
  library: Library,
  call: string,
  source: string,
  program: (secret: string) => string,
  { keep, open }: Keeper,
): SessionSetup {
  return {
    library,
    api: call,
    source,
    program: (options) => program(options.replace(/^{ secret: | }$/g, '')),
    create:
      ({ secret = SECRET }) =>
      async (kept) => ({
        user: kept && (await unlessThrown(async () => open(kept, String(secret)))),
        cookies: [String(await keep(String(secret)))],
      }),
    secret: (secret) => ({ secret }),
  };
}

export async function cookieSignature(library: Library): Promise<SessionSetup> {
  type Call = (value: string, secret: string) => string | false;
  const { sign, unsign } = await load<{ sign: Call; unsign: Call }>(library);
  const source = sourceOf(library, 'index.js', 'exports.sign');
  const program = (secret: string) => `import { sign } from 'cookie-signature';\nsign('u1', ${secret});`;
  return keeping(library, 'sign()', source, program, { keep: (secret) => sign('u1', secret), open: unsign });
}

export async function keygrip(library: Library): Promise<SessionSetup> {
  interface Keys {
    sign(value: string): string;
    verify(value: string, kept: string): boolean;
  }
  const Keygrip = await load<new (keys: readonly string[]) => Keys>(library);
  const source = sourceOf(library, 'index.js', 'function Keygrip(');
  const program = (secret: string) => `import Keygrip from 'keygrip';\nnew Keygrip([${secret}]);`;
  return keeping(library, 'new Keygrip()', source, program, {
    keep: (secret) => new Keygrip([secret]).sign('u1'),
    open: (kept, secret) => new Keygrip([secret]).verify('u1', kept),
  });
}

export async function honoSessionKey(library: Library): Promise<SessionSetup> {
  interface Sessions {
    encrypt(secret: string, text: string): Promise<string>;
    decrypt(secret: string, kept: string): Promise<string>;
  }
  const { encrypt, decrypt } = await load<Sessions>(library);
  const source = sourceOf(library, 'script/src/Middleware.js', 'options.encryptionKey');
  const program = (secret: string) =>
    `import { sessionMiddleware } from 'hono-sessions';\nsessionMiddleware({ store, encryptionKey: ${secret} });`;
  return keeping(library, 'sessionMiddleware()', source, program, {
    keep: (secret) => encrypt(secret, 'u1'),
    open: (kept, secret) => decrypt(secret, kept),
  });
}

export async function fastifySigner(library: Library): Promise<SessionSetup> {
  interface Signer {
    sign(value: string, secret: string): string;
    unsign(kept: string, secret: string): { readonly valid: boolean };
  }
  const { sign, unsign } = await load<Signer>(library);
  const source = sourceOf(library, 'signer.js', 'function sign');
  const program = (secret: string) => `import { sign } from '@fastify/cookie';\nsign('u1', ${secret});`;
  return keeping(library, 'sign()', source, program, {
    keep: (secret) => sign('u1', secret),
    open: (kept, secret) => unsign(kept, secret).valid,
  });
}

export async function cookieParser(library: Library): Promise<SessionSetup> {
  type Signed = { readonly signedCookies: Options };
  type Middleware = (req: object, res: object, next: () => void) => void;
  const create = await load<(secret: string) => Middleware>(library);
  const { sign } = await load<{ sign(value: string, secret: string): string }>(latest('cookie-signature'));
  const source = sourceOf(library, 'index.js', 'function cookieParser');
  const program = (secret: string) => `import cookieParser from 'cookie-parser';\ncookieParser(${secret});`;
  return keeping(library, 'cookieParser()', source, program, {
    keep: (secret) => `a=${encodeURIComponent(`s:${sign('u1', secret)}`)}`,
    open(kept, secret) {
      const req = { headers: { cookie: kept } };
      create(secret)(req, {}, () => undefined);
      return (req as unknown as Signed).signedCookies.a;
    },
  });
}

export async function hapiIron(library: Library): Promise<SessionSetup> {
  interface Iron {
    readonly defaults: object;
    seal(value: object, secret: string, options: object): Promise<string>;
    unseal(kept: string, secret: string, options: object): Promise<object>;
  }
  const { defaults, seal, unseal } = await load<Iron>(library);
  const source = sourceOf(library, 'lib/index.js', 'exports.seal =');
  const program = (secret: string) => `import Iron from '@hapi/iron';\nIron.seal(value, ${secret}, Iron.defaults);`;
  return keeping(library, 'seal()', source, program, {
    keep: (secret) => seal({ user: 'u1' }, secret, defaults),
    open: (kept, secret) => unseal(kept, secret, defaults),
  });
}

export async function ironSeal(library: Library): Promise<SessionSetup> {
  type Given = { readonly password: string };
  const { sealData, unsealData } = await load<{
    sealData(value: object, options: Given): Promise<string>;
    unsealData(kept: string, options: Given): Promise<{ readonly user?: string }>;
  }>(library);
  const source = sourceOf(library, 'dist/index.js', 'sealData');
  const program = (secret: string) =>
    `import { sealData } from 'iron-session';\nsealData({ user }, { password: ${secret} });`;
  return keeping(library, 'sealData()', source, program, {
    keep: (password) => sealData({ user: 'u1' }, { password }),
    open: async (kept, password) => (await unsealData(kept, { password })).user,
  });
}

export async function honoSigned(library: Library): Promise<SessionSetup> {
  interface Cookies {
    generateSignedCookie(name: string, value: string, secret: string): Promise<string>;
    getSignedCookie(context: object, secret: string, name: string): Promise<string | false | undefined>;
  }
  const { generateSignedCookie, getSignedCookie } = await load<Cookies>(library, '/cookie');
  const source = sourceOf(library, 'dist/helper/cookie/index.js', 'getSignedCookie =');
  const program = (secret: string) =>
    `import { getSignedCookie } from 'hono/cookie';\ngetSignedCookie(c, ${secret}, 'a');`;
  return keeping(library, 'getSignedCookie()', source, program, {
    keep: (secret) => generateSignedCookie('a', 'u1', secret),
    open: (kept, secret) => getSignedCookie({ req: { raw: { headers: new Headers({ cookie: kept }) } } }, secret, 'a'),
  });
}

/** What seals the sessions of next-auth, under a name since release 5. */
export async function nextAuthKey(library: Library): Promise<SessionSetup> {
  type Given = { readonly token: unknown; readonly secret: string; readonly salt: string };
  const { encode, decode } = await load<{
    encode(given: Given): Promise<string>;
    decode(given: Given): Promise<{ readonly sub?: string } | null>;
  }>(library, '/jwt');
  const source = sourceOf(library, ['jwt/index.js', 'jwt.js'], ['function encode', 'export']);
  const program = (secret: string) => `import NextAuth from 'next-auth';\nNextAuth({ providers, secret: ${secret} });`;
  return keeping(library, 'NextAuth()', source, program, {
    keep: (secret) => encode({ token: { sub: 'u1' }, secret, salt: 'name' }),
    open: async (token, secret) => (await decode({ token, secret, salt: 'name' }))?.sub,
  });
}

/** A token in a cookie that the secret encrypts, and the same token in the body of a request. */
export async function tinyCsrf(library: Library): Promise<SessionSetup> {
  type Request = { readonly method: string; csrfToken?(): string } & Options;
  type Middleware = (req: Request, res: object, next: () => void) => void;
  const create = await load<(secret: string) => Middleware>(library);
  const source = sourceOf(library, 'encryption.js', 'const encryptCookie =');
  const program = (secret: string) => `import csurf from 'tiny-csrf';\ncsurf(${secret});`;
  // It takes no other length.
  const middleware = (secret: string) => create(secret.slice(0, 32));
  return keeping(library, 'csurf()', source, program, {
    keep(secret) {
      const cookies: string[] = [];
      const req: Request = { method: 'GET', headers: {}, cookies: {}, signedCookies: {} };
      middleware(secret)(req, { cookie: (_name: string, value: string) => cookies.push(value) }, () => undefined);
      return [req.csrfToken?.(), ...cookies].join(' ');
    },
    open(kept, secret) {
      const [_csrf, csrfToken] = kept.split(' ');
      const req = { method: 'POST', headers: {}, cookies: {}, signedCookies: { csrfToken }, body: { _csrf } };
      let isOpened = false;
      middleware(secret)(req, { cookie: () => undefined }, () => {
        isOpened = true;
      });
      return isOpened;
    },
  });
}
