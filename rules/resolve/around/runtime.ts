import {
  hasModifier,
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
} from '../../syntax';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { namesAround } from '../scope/surroundings';
import {
  isClientFile,
  isClientModule,
  isClientOnly,
  isPolyfilled,
  isServerFile,
  isServerModule,
  isServerOnly,
} from './runtimeSigns';

/** Where code runs, as far as its file shows it. */
export type Runtime = 'server' | 'client' | 'unknown';

/** Where the code of a file runs. Found when it is asked for: few files hold a fact for which it matters. */
export interface Runtimes {
  /** By its function and its file; `unknown` when nothing shows it, or both may be. */
  at(node: Node): Runtime;
  /** It is a program that people run in a terminal: what it prints is its output, and goes to them alone. */
  isCommandLine(): boolean;
  /** What the file imports or requires. */
  imports(): readonly string[];
  /** It says that it runs where Node's modules are not to be had. */
  isEdge(): boolean;
}

export function createRuntimes(file: string, tree: SourceFile, scope: FileScope, references: References): Runtimes {
  let ofFile: Evidence | undefined;
  let modules: readonly string[] | undefined;
  const imported = (): readonly string[] => {
    modules ??= specifiersOf(tree, scope);
    return modules;
  };
  const evidence = (): Evidence => {
    ofFile ??= evidenceOf(file, tree, imported(), references);
    return ofFile;
  };
  return {
    at(node) {
      const { runtime, isDeclared } = evidence();
      return !isDeclared && isInServerFunction(node) ? 'server' : runtime;
    },
    imports: imported,
    isCommandLine: () => COMMAND_LINE_PATH.test(file) || imported().some(isForTerminals) || USAGE.test(tree.text),
    isEdge: () => (MIDDLEWARE.test(file) ? imported().includes('next/server') : EDGE.test(tree.text)),
  };
}

/** The requests of Angular's pages. */
const INTERCEPTED = '@angular/common/http';

interface Evidence {
  readonly runtime: Runtime;
  /** A directive says so, whatever the functions look like. */
  readonly isDeclared: boolean;
}

function evidenceOf(file: string, tree: SourceFile, modules: readonly string[], references: References): Evidence {
  if (hasDirective(tree.statements, 'use client')) return { runtime: 'client', isDeclared: true };
  if (hasDirective(tree.statements, 'use server')) return { runtime: 'server', isDeclared: true };
  // What gets `(request, next)` there is an interceptor of what the page sends.
  if (modules.includes(INTERCEPTED) && !modules.some(isServerModule)) return { runtime: 'client', isDeclared: true };
  return { runtime: runtimeOfFile(file, tree, modules, references), isDeclared: false };
}

/** What is imported counts first, then where the file lies, then how it is written. */
function runtimeOfFile(file: string, tree: SourceFile, modules: readonly string[], references: References): Runtime {
  if (modules.some(isServerOnly)) return 'server';
  if (modules.some(isClientOnly) || isComponentFile(file)) return 'client';
  const isClient = modules.some(isClientModule) || usesBrowser(tree, references);
  const isOfPage = isClientFile(file) && !isServerFile(file);
  const isServer = modules.some((name) => isServerModule(name) && !(isOfPage && isPolyfilled(name)));
  if (isServer || isServerFile(file) || SERVES.test(tree.text)) return isClient ? 'unknown' : 'server';
  if (isClient || isOfPage || isMarkup(file)) return 'client';
  return isCommonJs(tree, modules) ? 'server' : 'unknown';
}

/** What starts a server without an import. */
const SERVES = /\b(?:Deno|Bun)\.serve\s*\(/;

function isMarkup(file: string): boolean {
  return /\.[jt]sx$/.test(file);
}

/** What only browsers run, whatever it imports. */
function isComponentFile(file: string): boolean {
  return /\.(?:vue|svelte|html?|client\.[cm]?[jt]sx?)$/.test(file);
}

const BROWSER_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator'];
const BROWSER_MEMBER = /\bglobalThis\.(?:window|document|localStorage|sessionStorage)\b/;

/** It reads what only pages have, and more of it than whether it is there. */
function usesBrowser({ text }: SourceFile, references: References): boolean {
  if (BROWSER_MEMBER.test(text)) return true;
  // A look at the text: most files name none of them.
  return BROWSER_GLOBALS.some(
    (name) =>
      text.includes(name) && references.globals(name).some(({ parent }) => parent.kind !== SyntaxKind.TypeOfExpression),
  );
}

/** Only Node loads packages by `require` alone; bundled code is written in modules. */
function isCommonJs(tree: SourceFile, modules: readonly string[]): boolean {
  const isModule = tree.statements.some(
    (one) =>
      isImportDeclaration(one) ||
      isExportDeclaration(one) ||
      isExportAssignment(one) ||
      isImportEqualsDeclaration(one) ||
      hasModifier(one, SyntaxKind.ExportKeyword),
  );
  return !isModule && modules.some((name) => !name.startsWith('.'));
}

/** What a file imports or requires; of types alone, only where whoever names them answers requests. */
function specifiersOf(tree: SourceFile, scope: FileScope): readonly string[] {
  const found: string[] = [];
  for (const one of tree.statements) {
    if (!isImportDeclaration(one) || !isStringLiteral(one.moduleSpecifier)) continue;
    const { text } = one.moduleSpecifier;
    if (one.importClause?.isTypeOnly !== true || TYPES_OF_SERVERS.test(text)) found.push(text);
  }
  for (const site of scope.sites) {
    if (!isCallExpression(site) || !isIdentifier(site.expression) || site.expression.text !== 'require') continue;
    const [specifier] = site.arguments;
    if (specifier !== undefined && isStringLiteral(specifier)) found.push(specifier.text);
  }
  return found;
}

/** The types of other packages are shared with pages: `import type { User } from '@prisma/client'`. */
const TYPES_OF_SERVERS =
  /^(?:express|fastify|koa|h3|aws-lambda|(?:node:)?https?|next\/server|@hapi\/hapi|@nestjs\/.*)$/;

function hasDirective(statements: readonly Node[], text: string): boolean {
  for (const one of statements) {
    if (!isExpressionStatement(one) || !isStringLiteral(one.expression)) return false;
    if (one.expression.text === text) return true;
  }
  return false;
}

/** Functions that frameworks run on the server, by their names. */
const SERVER_FUNCTIONS = new Set([
  'getServerSideProps',
  'getInitialServerProps',
  'loader',
  'action',
  'generateMetadata',
]);

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

/** `(req, res)`, `(request, reply)`, `(request, env)`, `(ctx, next)`: the parameters of handlers in every server framework. */
export function isRequestHandler(node: Node): boolean {
  const { parameters = [] } = node as Node & { parameters?: readonly (Node & { name: Node })[] };
  const names = parameters.map(({ name }) => (isIdentifier(name) ? name.text.replace(/^_/, '') : ''));
  const has = (...some: readonly string[]): boolean => some.some((name) => names.includes(name));
  if (has('req', 'request') && has('res', 'response', 'reply', 'rep', 'h', 'env')) return true;
  return has('ctx', 'context', 'c', 'req', 'request', 'socket') && has('next');
}

const TERMINAL_PACKAGE =
  /^(?:commander|yargs(?:\/.*)?|cac|meow|clipanion|minimist|mri|sade|arg|citty|caporal|vorpal|inquirer|@inquirer\/.*|prompts|enquirer|ora|@clack\/.*|@oclif\/.*|node:util\/parseArgs)$/;
const COMMAND_LINE_PATH = /(?:^|\/)(?:bin|cli|scripts?)\/|(?:^|[/.-])cli\.[cm]?[jt]s$/i;
const USAGE = /^#!|['"`](?:\\n|\s)*usage:?\s|\bprocess\.argv\b/i;

function isForTerminals(module: string): boolean {
  return TERMINAL_PACKAGE.test(module);
}

const MIDDLEWARE = /(?:^|\/)middleware\.[cm]?[jt]s$/;
const EDGE = /\bruntime\b\s*[=:]\s*['"](?:experimental-)?edge['"]/;
