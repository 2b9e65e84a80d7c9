import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importModule } from './importing.cjs';

/** A release of a package that we call to see what it does. */
export interface Library {
  readonly package: string;
  readonly version: string;
  /** It lies in a folder of its own: it does not go with what others need beside them. */
  readonly apart?: true;
}

/** The last release of every line that has a model. */
export const LIBRARIES: readonly Library[] = [
  { package: '@adonisjs/core', version: '6.21.0' },
  { package: '@adonisjs/session', version: '7.7.1' },
  { package: '@auth/core', version: '0.41.3' },
  { package: '@auth0/auth0-spa-js', version: '2.27.0' },
  { package: '@azure/msal-browser', version: '2.39.0' },
  { package: '@azure/msal-browser', version: '3.30.0' },
  { package: '@azure/msal-browser', version: '4.30.0' },
  { package: '@azure/msal-browser', version: '5.29.0' },
  { package: '@elysiajs/jwt', version: '1.2.0' },
  { package: '@elysiajs/jwt', version: '1.3.2' },
  { package: '@elysiajs/jwt', version: '1.4.2' },
  { package: '@fastify/cookie', version: '9.4.0' },
  { package: '@fastify/cookie', version: '11.1.5' },
  { package: '@fastify/csrf-protection', version: '8.0.2' },
  { package: '@fastify/jwt', version: '6.7.1' },
  { package: '@fastify/jwt', version: '8.0.1' },
  { package: '@fastify/jwt', version: '9.1.0' },
  { package: '@fastify/jwt', version: '10.2.8' },
  { package: '@fastify/secure-session', version: '7.1.0' },
  { package: '@fastify/secure-session', version: '7.5.1' },
  { package: '@fastify/secure-session', version: '8.4.0' },
  { package: '@fastify/session', version: '10.9.0' },
  { package: '@fastify/session', version: '11.1.3' },
  { package: '@hapi/cookie', version: '12.0.1' },
  { package: '@hapi/hapi', version: '21.4.10' },
  { package: '@hapi/iron', version: '7.0.1' },
  { package: '@hapi/jwt', version: '3.2.4' },
  { package: '@hapi/yar', version: '11.0.3' },
  { package: '@hono/session', version: '0.2.1' },
  { package: '@nanostores/persistent', version: '1.3.5' },
  { package: '@nestjs/jwt', version: '8.0.1' },
  { package: '@nestjs/jwt', version: '9.0.0' },
  { package: '@nestjs/jwt', version: '10.2.0' },
  { package: '@nestjs/jwt', version: '11.0.2' },
  { package: '@nestjs/jwt', version: '12.0.2' },
  { package: '@oakserver/oak', version: '14.1.0' },
  { package: '@okta/okta-auth-js', version: '8.0.1' },
  { package: '@oslojs/jwt', version: '0.3.0' },
  { package: '@remix-run/node', version: '1.5.1' },
  { package: '@remix-run/node', version: '2.17.5' },
  { package: '@supabase/ssr', version: '0.12.7' },
  { package: '@supabase/supabase-js', version: '2.119.0' },
  { package: '@sveltejs/kit', version: '2.70.4', apart: true },
  { package: '@t3-oss/env-core', version: '0.13.8' },
  { package: '@tsndr/cloudflare-worker-jwt', version: '2.5.4' },
  { package: '@tsndr/cloudflare-worker-jwt', version: '3.2.3' },
  { package: '@vueuse/core', version: '15.0.0' },
  { package: 'amazon-cognito-identity-js', version: '6.3.21' },
  { package: 'aws-jwt-verify', version: '5.2.1' },
  { package: 'better-auth', version: '1.7.24' },
  { package: 'client-sessions', version: '0.8.0' },
  { package: 'convict', version: '6.2.5' },
  { package: 'cookie', version: '0.7.2' },
  { package: 'cookie', version: '1.1.1' },
  { package: 'cookie', version: '2.0.2' },
  { package: 'cookie-parser', version: '1.4.7' },
  { package: 'cookie-session', version: '1.4.0' },
  { package: 'cookie-session', version: '2.1.1' },
  { package: 'cookie-signature', version: '1.2.2' },
  { package: 'cookies', version: '0.8.0' },
  { package: 'cookies', version: '0.9.2' },
  { package: 'cookies-js', version: '1.2.3' },
  { package: 'cookies-next', version: '4.3.0' },
  { package: 'cookies-next', version: '6.1.1' },
  { package: 'csrf-csrf', version: '3.2.2' },
  { package: 'csrf-csrf', version: '4.0.3' },
  { package: 'csurf', version: '1.11.0' },
  { package: 'date-fns', version: '4.4.0' },
  { package: 'dayjs', version: '1.11.23' },
  { package: 'dexie', version: '4.2.1' },
  { package: 'elysia', version: '1.4.30' },
  { package: 'envalid', version: '8.1.0' },
  { package: 'es-cookie', version: '1.5.0' },
  { package: 'express', version: '3.21.2', apart: true },
  { package: 'express', version: '4.22.3' },
  { package: 'express', version: '5.3.0' },
  { package: 'express-jwt', version: '5.3.2' },
  { package: 'express-jwt', version: '6.1.0' },
  { package: 'express-jwt', version: '7.7.7' },
  { package: 'express-jwt', version: '8.5.1' },
  { package: 'express-openid-connect', version: '3.4.0' },
  { package: 'express-session', version: '1.19.0' },
  { package: 'fake-indexeddb', version: '6.2.8' },
  { package: 'fast-jwt', version: '1.7.2' },
  { package: 'fast-jwt', version: '2.2.3' },
  { package: 'fast-jwt', version: '3.1.0' },
  { package: 'fast-jwt', version: '3.3.3' },
  { package: 'fast-jwt', version: '4.0.5' },
  { package: 'fast-jwt', version: '5.0.6' },
  { package: 'fast-jwt', version: '6.3.6' },
  { package: 'fastify', version: '4.29.1' },
  { package: 'fastify', version: '5.12.8' },
  { package: 'google-auth-library', version: '10.9.1' },
  { package: 'h3', version: '1.15.11' },
  { package: 'h3', version: '2.0.8' },
  { package: 'hapi-auth-jwt2', version: '10.2.0' },
  { package: 'hapi-auth-jwt2', version: '10.7.0' },
  { package: 'hapi-auth-jwt2', version: '11.0.0' },
  { package: 'hono', version: '4.11.3' },
  { package: 'hono', version: '4.11.4' },
  { package: 'hono', version: '4.13.19' },
  { package: 'hono-sessions', version: '0.8.1' },
  { package: 'idb', version: '8.0.4' },
  { package: 'idb-keyval', version: '6.3.0' },
  { package: 'iron-session', version: '8.0.4' },
  { package: 'iron-session', version: '9.0.1' },
  { package: 'joi', version: '17.13.3' },
  { package: 'jose', version: '2.0.7' },
  { package: 'jose', version: '4.15.9' },
  { package: 'jose', version: '5.10.0' },
  { package: 'jose', version: '6.2.17' },
  { package: 'jotai', version: '3.0.1' },
  { package: 'js-cookie', version: '2.2.1' },
  { package: 'js-cookie', version: '3.0.8' },
  { package: 'jsonwebtoken', version: '8.5.1' },
  { package: 'jsonwebtoken', version: '9.0.3' },
  { package: 'jsrsasign', version: '10.8.4' },
  { package: 'jsrsasign', version: '11.1.5' },
  { package: 'jwks-rsa', version: '4.1.0' },
  { package: 'jws', version: '3.2.3' },
  { package: 'jws', version: '4.0.1' },
  { package: 'jwt-decode', version: '3.1.2' },
  { package: 'jwt-decode', version: '4.0.0' },
  { package: 'jwt-simple', version: '0.5.2' },
  { package: 'jwt-simple', version: '0.5.6' },
  { package: 'keygrip', version: '1.1.0' },
  { package: 'koa', version: '2.16.2' },
  { package: 'koa', version: '3.3.0' },
  { package: 'koa-generic-session', version: '2.3.1' },
  { package: 'koa-jwt', version: '3.6.0' },
  { package: 'koa-jwt', version: '4.0.4' },
  { package: 'koa-session', version: '5.13.1' },
  { package: 'koa-session', version: '6.4.0' },
  { package: 'koa-session', version: '7.0.2' },
  { package: 'local-storage', version: '2.0.0' },
  { package: 'localforage', version: '1.10.0' },
  { package: 'lodash', version: '4.18.1' },
  { package: 'lscache', version: '1.3.2' },
  { package: 'lucia', version: '2.7.7' },
  { package: 'lucia', version: '3.2.2' },
  { package: 'luxon', version: '3.7.2' },
  { package: 'moment', version: '2.31.0' },
  { package: 'ms', version: '2.1.3' },
  { package: 'nanoid', version: '6.0.2' },
  { package: 'nanostores', version: '1.1.0' },
  { package: 'nconf', version: '0.13.0' },
  { package: 'next', version: '14.2.35' },
  { package: 'next', version: '15.5.29' },
  { package: 'next', version: '16.4.6' },
  { package: 'next-auth', version: '4.24.15', apart: true },
  { package: 'next-auth', version: '5.0.0-beta.32', apart: true },
  { package: 'njwt', version: '1.2.0' },
  { package: 'njwt', version: '2.0.1' },
  { package: 'nookies', version: '2.5.2' },
  { package: 'oidc-client', version: '1.11.5' },
  { package: 'oidc-client-ts', version: '3.5.0' },
  { package: 'oslo', version: '1.2.1' },
  { package: 'paseto', version: '3.1.4' },
  { package: 'paseto', version: '4.0.1' },
  { package: 'passport-jwt', version: '4.0.0' },
  { package: 'passport-jwt', version: '4.0.1' },
  { package: 'pinia', version: '3.0.4' },
  { package: 'pinia-plugin-persistedstate', version: '4.7.1' },
  { package: 'react-cookies', version: '0.1.1' },
  { package: 'react-router', version: '7.0.0' },
  { package: 'react-router', version: '8.5.1' },
  { package: 'redux', version: '5.0.1' },
  { package: 'redux-persist', version: '6.0.0' },
  { package: 'remix-auth-jwt', version: '0.4.0' },
  { package: 'secure-ls', version: '2.0.0' },
  { package: 'shortid', version: '2.2.17' },
  { package: 'store', version: '2.0.12' },
  { package: 'store2', version: '2.14.4' },
  { package: 'svelte-persisted-store', version: '0.12.0' },
  { package: 'tiny-cookie', version: '1.0.1' },
  { package: 'tiny-cookie', version: '2.5.1' },
  { package: 'tiny-csrf', version: '1.1.6' },
  { package: 'typescript-cookie', version: '1.0.6' },
  { package: 'universal-cookie', version: '4.0.4' },
  { package: 'universal-cookie', version: '8.1.2' },
  { package: 'uuid', version: '3.4.0' },
  { package: 'uuid', version: '14.0.3' },
  { package: 'vue', version: '3.5.24' },
  { package: 'vue-cookie', version: '1.1.4' },
  { package: 'vue-cookies', version: '1.8.6' },
  { package: 'vuex', version: '4.1.0' },
  { package: 'vuex-persist', version: '3.1.3' },
  { package: 'vuex-persistedstate', version: '4.1.0' },
  { package: 'web-storage-cache', version: '1.1.1' },
  { package: 'zod', version: '3.25.76' },
  { package: 'zod', version: '4.3.6' },
  { package: 'zustand', version: '5.1.0' },
];

const FOLDER = resolve(__dirname, '../../.cache/models');
const INSTALL = 'install --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error';

/** Installs `LIBRARIES` below `.cache/models`, unless exactly these are there already. */
export function installLibraries(): void {
  const folders = new Set(LIBRARIES.map(folderOf));
  for (const folder of folders) {
    const here = LIBRARIES.filter((it) => folderOf(it) === folder);
    const dependencies = Object.fromEntries(here.map((it) => [it.package, it.version]));
    const manifest = `${JSON.stringify({ private: true, dependencies }, undefined, 2)}\n`;
    const installed = join(folder, 'installed.json');
    if (read(installed) === manifest) continue;
    console.error(`Installing ${here.length} libraries into ${folder} …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    execFileSync('npm', INSTALL.split(' '), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(installed, manifest);
  }
}

/** The releases of `packageName`. */
export function releasesOf(packageName: string): readonly Library[] {
  return LIBRARIES.filter((it) => it.package === packageName);
}

/** The exports of a library's module (`subpath` as in an import, without the package name); default unwrapped. */
export async function load<Exports>(library: Library, subpath = ''): Promise<Exports> {
  const from = createRequire(join(folderOf(library), 'package.json'));
  return imported(from.resolve(library.package + subpath));
}

/** The exports of one of a library's files, whether others may import it or not. */
export async function loadFile<Exports>(library: Library, file: string): Promise<Exports> {
  return imported(join(folderOf(library), 'node_modules', library.package, file));
}

async function imported<Exports>(path: string): Promise<Exports> {
  const module = await importModule(pathToFileURL(path).href);
  return (module.default ?? module) as Exports;
}

/** `file:line` of the first place in a library's source that holds `text`; where either moved, all its forms. */
export function sourceOf(library: Library, file: string | readonly string[], text: string | readonly string[]): string {
  for (const name of [file].flat()) {
    const content = read(join(folderOf(library), 'node_modules', library.package, name)) ?? '';
    const offset =
      [text]
        .flat()
        .map((it) => content.indexOf(it))
        .find((it) => it >= 0) ?? -1;
    if (offset >= 0) return `${name}:${content.slice(0, offset).split('\n').length}`;
  }
  throw new Error(`${library.package}@${library.version}: ${[file].flat().join(', ')} does not hold: ${text}`);
}

/** Packages find their own modules by their real name, so each line of releases has a folder of its own. */
function folderOf(library: Library): string {
  const { package: name, version, apart } = library;
  if (apart) return join(FOLDER, `${name}@${version}`);
  const others = releasesOf(name).filter((it) => !it.apart);
  return join(FOLDER, String(others.indexOf(library)));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
