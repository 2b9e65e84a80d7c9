import { type CookieApi, find, NAME, type Options, VALUE } from './cookieApi';
import { csrfCsrf, csurf } from './csrfApis';
import { cookieSession, express, expressSession } from './expressApis';
import { fastifyCookie, fastifySession } from './fastifyApis';
import { h3Cookie, h3Session, honoCookie, honoSessions, reactRouter } from './fetchApis';
import { adonis, elysia, fastifyCsrf, nookiesServer } from './handlerCookieApis';
import { authCookie, yarCookie } from './hapiCookieApis';
import { cookies, koa, koaGenericSession, koaSession } from './koaApis';
import { type Library, load, releasesOf, sourceOf } from './libraries';
import { nextAuth } from './nextAuthApis';
import { oak } from './oakApis';
import {
  cookiesJs,
  cookiesNext,
  esCookie,
  jsCookie,
  nookies,
  reactCookies,
  tinyCookie,
  typescriptCookie,
  universalCookie,
} from './pageApis';
import { clientSessions, hapiState, ironSession } from './sessionApis';
import { adonisSession, authCore, betterAuth, lucia, openidConnect, secureSession } from './sessionCookieApis';
import { svelteKit } from './svelteKitApi';
import { vueCookie, vueCookies } from './vueCookieApis';

const JAR = 'dist/compiled/@edge-runtime/cookies/index.js';

/** Every way to set a cookie that has a model, in every pinned release. */
export async function cookieApis(): Promise<readonly CookieApi[]> {
  return [
    ...(await releases('cookie', cookie)),
    ...(await releases('cookie-session', cookieSession)),
    // That of release 3 knows no SameSite.
    ...(await Promise.all(releasesOf('express').slice(1).map(express))),
    ...(await releases('express-session', expressSession)),
    ...(await releases('js-cookie', jsCookie)),
    ...(await releases('next', next)),
    ...(await releases('koa', koa)),
    ...(await releases('cookies', cookies)),
    ...(await releases('koa-session', koaSession)),
    ...(await releases('hono', honoCookie)),
    ...(await releases('@fastify/cookie', fastifyCookie)),
    ...(await releases('@fastify/session', fastifySession)),
    ...(await releases('@hapi/hapi', hapiState)),
    ...(await releases('@hapi/yar', yarCookie)),
    ...(await releases('@hapi/cookie', authCookie)),
    ...(await releases('iron-session', ironSession)),
    ...(await releases('client-sessions', clientSessions)),
    ...(await releases('cookies-next', cookiesNext)),
    ...(await releases('nookies', nookies)),
    ...(await releases('universal-cookie', universalCookie)),
    ...(await releases('h3', h3Cookie)),
    ...(await releases('h3', h3Session)),
    ...(await releases('react-router', reactRouter)),
    ...(await releases('koa-generic-session', koaGenericSession)),
    ...(await releases('hono-sessions', honoSessions)),
    ...(await releases('csurf', csurf)),
    ...(await releases('csrf-csrf', csrfCsrf)),
    ...(await releases('tiny-cookie', tinyCookie)),
    ...(await releases('vue-cookies', vueCookies)),
    ...(await releases('vue-cookie', vueCookie)),
    ...(await releases('es-cookie', esCookie)),
    ...(await releases('typescript-cookie', typescriptCookie)),
    ...(await releases('react-cookies', reactCookies)),
    ...(await releases('cookies-js', cookiesJs)),
    ...(await releases('elysia', elysia)),
    ...(await releases('nookies', nookiesServer)),
    ...(await releases('@adonisjs/core', adonis)),
    ...(await releases('@fastify/csrf-protection', fastifyCsrf)),
    ...(await releases('@oakserver/oak', oak)),
    ...(await releases('better-auth', betterAuth)),
    ...(await releases('@auth/core', authCore)),
    ...(await releases('@sveltejs/kit', svelteKit)),
    ...(await releases('next-auth', nextAuth)),
    ...(await releases('lucia', lucia)),
    ...(await releases('@remix-run/node', reactRouter)),
    ...(await releases('@adonisjs/session', adonisSession)),
    ...(await releases('@fastify/secure-session', secureSession)),
    ...(await releases('express-openid-connect', openidConnect)),
  ];
}

function releases(
  packageName: string,
  create: (library: Library) => Promise<CookieApi>,
): Promise<readonly CookieApi[]> {
  return Promise.all(releasesOf(packageName).map(create));
}

async function cookie(library: Library): Promise<CookieApi> {
  type Serialize = (name: string, value: string, options?: Options) => string;
  type Stringify = (cookie: Options) => string;
  const { serialize, stringifySetCookie } = await load<{ serialize?: Serialize; stringifySetCookie?: Stringify }>(
    library,
  );
  const [file, options] = library.version.startsWith('0.') ? ['index.js', 'opt'] : ['dist/index.js', 'cookie'];
  return {
    library,
    api: serialize === undefined ? 'stringifySetCookie()' : 'serialize()',
    names: false,
    sources: find(library, file, {
      all: options === 'opt' ? 'function serialize(' : 'function stringifySetCookie(',
      httpOnly: `if (${options}.httpOnly)`,
      secure: `if (${options}.secure)`,
      sameSite: `if (${options}.sameSite)`,
      path: `if (${options}.path)`,
      lifetime: options === 'opt' ? 'null != opt.maxAge' : 'cookie.maxAge !== undefined',
    }),
    program: (options) =>
      serialize === undefined
        ? `import { stringifySetCookie } from 'cookie';\nstringifySetCookie({ name: 'a', value: 'b',${options.slice(1)});`
        : `import { serialize } from 'cookie';\nserialize('a', 'b', ${options});`,
    write(options) {
      return [
        serialize?.(NAME, VALUE, options) ?? stringifySetCookie?.({ name: NAME, value: VALUE, ...options }) ?? '',
      ];
    },
  };
}

async function next(library: Library): Promise<CookieApi> {
  type Jar = { set(name: string, value: string, options?: Options): void; delete(name: string): void };
  type Server = { NextResponse: new () => { readonly headers: Headers; readonly cookies: Jar } };
  const { NextResponse } = await load<Server>(library, '/server.js');
  const answer = (call: (jar: Jar) => void) => {
    const response = new NextResponse();
    call(response.cookies);
    return response.headers.getSetCookie();
  };
  return {
    library,
    api: 'cookies().set()',
    names: false,
    sources: find(library, JAR, {
      all: 'function stringifyCookie(',
      httpOnly: '"httpOnly" in c',
      secure: '"secure" in c',
      sameSite: '"sameSite" in c',
      path: 'cookie.path === null',
      lifetime: 'cookie.maxAge * 1e3',
    }),
    program: (options) => `import { cookies } from 'next/headers';\n(await cookies()).set('a', 'b', ${options});`,
    write: (options) => answer((jar) => jar.set(NAME, VALUE, options)),
    remove: {
      api: 'cookies().delete()',
      source: sourceOf(library, JAR, 'delete(...args)'),
      run: () => answer((jar) => jar.delete(NAME)),
    },
  };
}
