import type { LiveModule } from '../../resolve/module';
import { isMemberAssignment } from '../../resolve/scope';

/** Where the code of a file runs, as far as the file itself shows. */
export interface Runtime {
  /** Something shows that it runs on a server, and nothing that it is sent to a browser. */
  isServerCode(): boolean;
  /** It is a program that people run in a terminal: what it prints is its output, and goes to them alone. */
  isCommandLine(): boolean;
}

/** Found when it is asked for: few files hold a fact for which it matters. */
export function runtimeOf(module: LiveModule): Runtime {
  let imported: readonly string[] | undefined;
  const specifiers = (): readonly string[] => {
    imported ??= specifiersOf(module);
    return imported;
  };
  return {
    isServerCode: () => isServerCode(module, specifiers()),
    isCommandLine: () => isCommandLine(module, specifiers()),
  };
}

const NODE_MODULE =
  /^(?:node:.*|bun|assert|buffer|child_process|cluster|crypto|dns|fs|fs\/promises|http|http2|https|net|os|path|tls|worker_threads|zlib)$/;
const SERVER_PACKAGE =
  /^(?:express|fastify|koa|hono|elysia|h3|polka|restify|hapi|jsonwebtoken|passport.*|pg|mysql2?|mongoose|mongodb|redis|ioredis|typeorm|sequelize|knex|nodemailer|next\/(?:server|headers)|server-only|aws-lambda|firebase-admin|@(?:fastify|hapi|hono\/node-server|koa|nestjs|prisma|sveltejs\/kit\/node|aws-sdk)(?:\/.*)?)$/;
const CLIENT_PACKAGE =
  /^(?:react-dom|react-native|react-router-dom|vue|vuex|pinia|svelte|solid-js|preact|@angular\/.*|client-only|next\/(?:navigation|link|router)|expo(?:-.*)?)(?:\/.*)?$/;
const SERVER_PATH =
  /(?:^|\/)(?:server|servers|backend|api|functions|lambdas?|middlewares?|controllers)\/|\.server\.[cm]?[jt]s$|\/\+(?:server|page\.server|layout\.server)\.[jt]s$/;
const CLIENT_PATH =
  /\.(?:tsx|jsx|vue|svelte|html?|astro)$|(?:^|\/)(?:client|frontend|browser|public)\/|\.client\.[jt]s$/;
const DIRECTIVE = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*['"]use (client|server)['"]/;

export function isServerCode(
  { file, tree }: Pick<LiveModule, 'file' | 'tree'>,
  specifiers: readonly string[],
): boolean {
  const directive = DIRECTIVE.exec(tree.text)?.[1];
  if (directive !== undefined) return directive === 'server';
  const shows = (pattern: RegExp): boolean => specifiers.some((one) => pattern.test(one));
  if (shows(CLIENT_PACKAGE)) return false;
  if (shows(NODE_MODULE) || shows(SERVER_PACKAGE)) return true;
  return SERVER_PATH.test(file) && !CLIENT_PATH.test(file);
}

const COMMAND_LINE_PACKAGE =
  /^(?:commander|yargs(?:\/.*)?|cac|meow|clipanion|minimist|mri|sade|arg|citty|caporal|vorpal|inquirer|@inquirer\/.*|prompts|enquirer|ora|@clack\/.*|@oclif\/.*|node:util\/parseArgs)$/;
const COMMAND_LINE_PATH = /(?:^|\/)(?:bin|cli|scripts?)\/|(?:^|[/.-])cli\.[cm]?[jt]s$/;
const USAGE = /^#!|['"`](?:\\n|\s)*usage:?\s|\bprocess\.argv\b/i;

function isCommandLine({ file, tree }: LiveModule, specifiers: readonly string[]): boolean {
  if (COMMAND_LINE_PATH.test(file) || specifiers.some((one) => COMMAND_LINE_PACKAGE.test(one))) return true;
  return USAGE.test(tree.text);
}

/** What a file imports by a name, or requires. */
function specifiersOf(module: LiveModule): readonly string[] {
  const { declarations, sites } = module.scope;
  const imported = declarations.flatMap(({ kind }, id) => {
    const binding = kind === 'import' ? module.binding(id) : undefined;
    return binding?.kind === 'import' ? [binding.specifier] : [];
  });
  const required = sites.flatMap((site) => {
    const { expression } = site as typeof site & { readonly expression?: { readonly text?: string } };
    const term = isMemberAssignment(site) || expression?.text !== 'require' ? undefined : module.lower(site);
    return term?.kind === 'module' ? [term.specifier] : [];
  });
  return [...imported, ...required];
}
