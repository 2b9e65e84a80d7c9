import { wordSet } from '../../text/words';

const SERVER_MODULES = wordSet(
  `fs http http2 https net tls child_process cluster os crypto path worker_threads async_hooks dgram dns readline zlib
  stream bun express fastify hapi koa hono h3 nitropack restify polka micro elysia graphql-yoga type-graphql socket.io ws
  next-auth apollo-server mongoose sequelize sequelize-typescript typeorm knex pg mysql mysql2 redis ioredis mongodb
  passport bcrypt bcryptjs argon2 cookie-parser body-parser cors helmet morgan nodemailer aws-lambda firebase-admin
  firebase-functions dotenv jwks-rsa routing-controllers moleculer sails iron-session lucia drizzle-orm`,
);
const SERVER_SCOPES =
  /^(?:node:|bun:|cloudflare:|(?:@fastify|@hapi|@koa|@nestjs|@hono|@prisma|@apollo\/server|@as-integrations|@graphql-yoga|@trpc\/server|@middy|@loopback|@netlify\/functions|@azure\/functions|@google-cloud|@cloudflare|@remix-run\/(?:node|express|cloudflare|server-runtime))(?:\/|-|$)|(?:express|fastify|koa|passport|apollo-server)-)/;
/** What bundlers put in the place of these lets pages load them too. */
const POLYFILLED = wordSet('crypto path stream zlib http https');
/** Modules of the packages above that pages load. */
const NOT_OF_SERVERS = /^(?:next-auth\/react|hono\/(?:client|jsx))(?:\/|$)/;
/** Modules that only server code loads, whatever else the file imports. */
const SERVER_ONLY = wordSet('next/headers next/server server-only');
const CLIENT_ONLY = wordSet('client-only');

const CLIENT_MODULES = wordSet(
  `react react-dom preact vue vuex vue-router pinia svelte solid-js redux react-redux zustand jotai recoil swr mobx
  next/router next/link next/image next/dynamic next-auth/react js-cookie universal-cookie react-cookie localforage
  socket.io-client antd axios-auth-refresh`,
);
const CLIENT_SCOPES =
  /^(?:react-(?:native|dom|router|redux|query|hook-form)|@react-native|@angular|@reduxjs|@tanstack\/react|@mui|@ionic|@expo|@ngrx|expo(?!-server)|vue-|ngx-)/;
/** Packages of which a project that runs in browsers, or brings its own page, depends on one. */
export const PAGE_PACKAGES = ['react', 'vue', '@angular/core', 'svelte', 'preact', 'solid-js', 'react-native'];
/** Modules of the packages above that make pages on a server. */
const NOT_OF_PAGES = /^(?:react-dom\/server|preact-render-to-string|vue\/server-renderer|svelte\/server)/;

const SERVER_FILES =
  /(?:\.server\.[cm]?[jt]sx?|\/\+server\.[jt]s|\/pages\/api\/.*|\/app\/(?:.*\/)?route\.[jt]sx?|\/(?:servers?|backend|netlify\/functions|lambdas?)\/.*\.[cm]?[jt]s)$/;
const CLIENT_FILES = /\/(?:client|frontend|browser)\/.*\.[cm]?[jt]sx?$/;

export function isServerModule(specifier: string): boolean {
  return (hasNamed(SERVER_MODULES, specifier) || SERVER_SCOPES.test(specifier)) && !NOT_OF_SERVERS.test(specifier);
}

export function isPolyfilled(specifier: string): boolean {
  return POLYFILLED.has(specifier);
}

export function isServerOnly(specifier: string): boolean {
  return SERVER_ONLY.has(specifier);
}

export function isClientModule(specifier: string): boolean {
  return (hasNamed(CLIENT_MODULES, specifier) || CLIENT_SCOPES.test(specifier)) && !NOT_OF_PAGES.test(specifier);
}

export function isClientOnly(specifier: string): boolean {
  return CLIENT_ONLY.has(specifier);
}

/** Whether a server runs the files of that name, or of that directory. */
export function isServerFile(file: string): boolean {
  return SERVER_FILES.test(fromRoot(file));
}

export function isClientFile(file: string): boolean {
  return CLIENT_FILES.test(fromRoot(file));
}

function fromRoot(file: string): string {
  return file.startsWith('/') ? file : `/${file}`;
}

/** The module itself, or one of its package. */
function hasNamed(names: ReadonlySet<string>, specifier: string): boolean {
  return names.has(specifier) || names.has(specifier.slice(0, Math.max(0, specifier.indexOf('/'))));
}
