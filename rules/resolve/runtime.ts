import {
  isBlock,
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isExpressionStatement,
  isFunctionLike,
  isIdentifier,
  isImportDeclaration,
  isImportEqualsDeclaration,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from '../syntax';
import type { References } from './references';
import type { FileScope } from './scope';
import { namesAround } from './surroundings';

/** Where code runs, as far as its file shows it. */
export type Runtime = 'server' | 'client' | 'unknown';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SERVER_MODULES = set(
  'fs fs/promises http https http2 net tls child_process cluster os crypto path worker_threads async_hooks dgram dns ' +
    'readline zlib stream express fastify fastify-plugin hapi hono h3 nitropack restify polka micro next/server ' +
    'next/headers server-only next-auth next-auth/jwt next-auth/next elysia graphql-yoga type-graphql socket.io ws ' +
    'mongoose sequelize sequelize-typescript typeorm knex pg mysql mysql2 redis ioredis mongodb passport bcrypt ' +
    'bcryptjs argon2 cookie-parser body-parser cors helmet morgan nodemailer aws-lambda firebase-admin ' +
    'firebase-functions dotenv jwks-rsa routing-controllers moleculer sails iron-session lucia drizzle-orm',
);
const SERVER_SCOPES =
  /^(?:node:|bun:|cloudflare:|(?:@fastify|@hapi|@koa|@nestjs|@hono|@prisma|@apollo\/server|@trpc\/server|@middy|@loopback|@netlify\/functions|@azure\/functions|@google-cloud|@cloudflare|@remix-run\/(?:node|express|cloudflare|server-runtime)|hono|koa|express|passport|apollo-server)(?:\/|-|$))/;
/** Modules that only server code loads, whatever else the file imports. */
const SERVER_ONLY = set('next/headers next/server server-only');
const CLIENT_MODULES = set(
  'react react-dom preact vue vue-router pinia vuex svelte solid-js redux react-redux zustand jotai recoil swr mobx ' +
    'next/router next/link next/image next/dynamic next-auth/react js-cookie universal-cookie react-cookie ' +
    'localforage socket.io-client antd axios-auth-refresh',
);
const CLIENT_SCOPES =
  /^(?:react-(?:native|dom|router|redux|query|hook-form)|@react-native|@angular|@reduxjs|@tanstack\/react|@mui|@ionic|@expo|@ngrx|expo|vue-|svelte\/|ngx-)/;
const BROWSER_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator'];

const SERVER_FILES =
  /(?:\.server\.[cm]?[jt]sx?|\/\+server\.[jt]s|\/pages\/api\/.*|\/app\/(?:.*\/)?route\.[jt]sx?|\/(?:server|backend|netlify\/functions|lambdas?)\/.*\.[cm]?[jt]s)$/;
const CLIENT_FILES = /(?:\.vue|\.svelte|\.html?|\.client\.[cm]?[jt]sx?|\/(?:client|frontend)\/.*\.[cm]?[jt]sx?)$/;
/** Functions that frameworks run on the server, by their names. */
const SERVER_FUNCTIONS = set('getServerSideProps getInitialServerProps loader action generateMetadata');

/** Whether the code at a node runs on a server or in a browser, by its function and its file; `unknown` when both may be. */
export function runtimeAt(node: Node, file: string, tree: SourceFile, scope: FileScope, find: References): Runtime {
  const known = evidence.get(tree) ?? evidenceOf(file, tree, scope, find);
  evidence.set(tree, known);
  if (known.isDeclared !== undefined) return known.isDeclared;
  if (isInServerFunction(node)) return 'server';
  return known.runtime;
}

interface Evidence {
  /** What a directive says. */
  readonly isDeclared: 'server' | 'client' | undefined;
  readonly runtime: Runtime;
}

/** What a file shows is found once. */
const evidence = new WeakMap<SourceFile, Evidence>();

function evidenceOf(file: string, tree: SourceFile, scope: FileScope, find: References): Evidence {
  if (hasDirective(tree.statements, 'use client')) return { isDeclared: 'client', runtime: 'client' };
  if (hasDirective(tree.statements, 'use server')) return { isDeclared: 'server', runtime: 'server' };
  return { isDeclared: undefined, runtime: runtimeOfFile(file, tree, scope, find) };
}

function runtimeOfFile(file: string, tree: SourceFile, scope: FileScope, find: References): Runtime {
  const modules = specifiersOf(tree, scope);
  const isMarkup = /\.[jt]sx$/.test(file);
  if (modules.some((name) => SERVER_ONLY.has(name))) return 'server';
  const path = file.startsWith('/') ? file : `/${file}`;
  if (CLIENT_FILES.test(path) && !SERVER_FILES.test(path)) return 'client';
  const isClient =
    modules.some((name) => CLIENT_MODULES.has(name) || CLIENT_SCOPES.test(name)) ||
    // A look at the text: most files name none of them.
    BROWSER_GLOBALS.some((name) => tree.text.includes(name) && find.globals(name).length > 0);
  const isServer =
    modules.some((name) => SERVER_MODULES.has(name) || SERVER_SCOPES.test(name)) ||
    SERVER_FILES.test(path) ||
    (!isMarkup && isCommonJs(tree, modules));
  if (isServer) return isClient ? 'unknown' : 'server';
  return isClient || isMarkup ? 'client' : 'unknown';
}

/** Only Node loads packages by `require` alone; bundled code is written in modules. */
function isCommonJs(tree: SourceFile, modules: readonly string[]): boolean {
  const isModule = tree.statements.some(
    (one) =>
      isImportDeclaration(one) ||
      isExportDeclaration(one) ||
      isExportAssignment(one) ||
      isImportEqualsDeclaration(one) ||
      ((one as Node & { modifiers?: readonly Node[] }).modifiers ?? []).some(
        ({ kind }) => kind === SyntaxKind.ExportKeyword,
      ),
  );
  return !isModule && modules.some((name) => !name.startsWith('.'));
}

function specifiersOf(tree: SourceFile, scope: FileScope): readonly string[] {
  const found: string[] = [];
  for (const one of tree.statements) {
    if (isImportDeclaration(one) && isStringLiteral(one.moduleSpecifier)) found.push(one.moduleSpecifier.text);
  }
  for (const site of scope.sites) {
    if (!isCallExpression(site) || !isIdentifier(site.expression) || site.expression.text !== 'require') continue;
    const [specifier] = site.arguments;
    if (specifier !== undefined && isStringLiteral(specifier)) found.push(specifier.text);
  }
  return found;
}

function hasDirective(statements: readonly Node[], text: string): boolean {
  for (const one of statements) {
    if (!isExpressionStatement(one) || !isStringLiteral(one.expression)) return false;
    if (one.expression.text === text) return true;
  }
  return false;
}

/** A function that gets a request and what to answer it with, or that a framework runs on the server. */
function isInServerFunction(node: Node): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (!isFunctionLike(at)) continue;
    const { body } = at as Node & { body?: Node };
    if (body !== undefined && isBlock(body) && hasDirective(body.statements, 'use server')) return true;
    if (isRequestHandler(at)) return true;
  }
  return namesAround(node).some((name) => SERVER_FUNCTIONS.has(name));
}

/** `(req, res)`, `(request, reply)`, `(ctx, next)`: the parameters of handlers in every server framework. */
export function isRequestHandler(node: Node): boolean {
  const { parameters = [] } = node as Node & { parameters?: readonly (Node & { name: Node })[] };
  const names = parameters.map(({ name }) => (isIdentifier(name) ? name.text.replace(/^_/, '') : ''));
  const has = (...some: readonly string[]): boolean => some.some((name) => names.includes(name));
  if (has('req', 'request') && has('res', 'response', 'reply', 'rep', 'h')) return true;
  return has('ctx', 'context', 'c', 'req', 'request', 'socket') && has('next');
}
