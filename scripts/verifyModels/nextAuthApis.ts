import { createHash } from 'node:crypto';
import { type CookieApi, find, type Options } from './cookieApi';
import { SECRET } from './forgery';
import { type Library, load, loadFile, releasesOf } from './libraries';

const CREDENTIALS = {
  id: 'credentials',
  type: 'credentials',
  credentials: {},
  authorize: async () => ({ id: 'u1' }),
};

/** With a user who signs in by a password; a cookie of one's own takes the place of the default in release 4. */
export async function nextAuth(library: Library): Promise<CookieApi> {
  const isOld = library.version.startsWith('4.');
  const signIn = isOld ? await signInOf4(library) : await signInOf5(library);
  return {
    library,
    api: 'NextAuth()',
    names: false,
    sources: find(library, isOld ? 'core/init.js' : 'index.js', { all: isOld ? 'cookies:' : 'function NextAuth(' }),
    program: (options) =>
      `import NextAuth from 'next-auth';\nNextAuth({ providers, cookies: { sessionToken: { name: 'a', options: ${options} } } });`,
    write: (options = {}, tls) =>
      signIn(`${tls ? 'https' : 'http'}://localhost`, {
        ...{ secret: SECRET, trustHost: true, providers: [CREDENTIALS] },
        cookies: { sessionToken: { name: 'a', options } },
      }),
  };
}

type SignIn = (origin: string, options: Options) => Promise<readonly string[]>;

async function signInOf4(library: Library): Promise<SignIn> {
  interface Cookie {
    readonly name: string;
    readonly value: string;
    readonly options: Options;
  }
  type Handle = (given: object) => Promise<{ readonly cookies?: readonly Cookie[] }>;
  const { AuthHandler } = await loadFile<{ AuthHandler: Handle }>(library, 'core/index.js');
  // What its own `setCookie` writes them with.
  const { serialize } = await load<{ serialize(name: string, value: string, options: Options): string }>(
    releasesOf('cookie')[0] as Library,
  );
  const csrfToken = 'token';
  const hash = createHash('sha256').update(`${csrfToken}${SECRET}`).digest('hex');
  return async (origin, options) => {
    const { cookies = [] } = await AuthHandler({
      req: {
        ...{ origin, method: 'POST', action: 'callback', providerId: 'credentials', headers: {}, query: {} },
        body: { csrfToken },
        cookies: Object.fromEntries(
          ['next-auth.csrf-token', '__Host-next-auth.csrf-token'].map((name) => [name, `${csrfToken}|${hash}`]),
        ),
      },
      options,
    });
    return cookies.filter(({ name }) => name === 'a').map((it) => serialize(it.name, it.value, it.options));
  };
}

async function signInOf5(library: Library): Promise<SignIn> {
  type Create = (options: Options) => { readonly handlers: { POST(request: Request): Promise<Response> } };
  const NextAuth = await load<Create>(library);
  // Its own copy knows its own symbols.
  const { skipCSRFCheck } = await loadFile<{ skipCSRFCheck: symbol }>(library, '../@auth/core/index.js');
  return async (origin, options) => {
    const { handlers } = NextAuth({ ...options, skipCSRFCheck });
    const answer = await handlers.POST(
      new Request(`${origin}/api/auth/callback/credentials`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
    return answer.headers.getSetCookie().filter((it) => it.startsWith('a='));
  };
}
