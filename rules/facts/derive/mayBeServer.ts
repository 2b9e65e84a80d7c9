import type { LiveModule } from '../../resolve/module';
import { isImportDeclaration, isStringLiteral } from '../../syntax';

/** What only code of a page imports. */
const PAGE_MODULE = /^(?:react|react-dom|vue|svelte|preact|solid-js|react-native|@angular\/core)(?:\/.*)?$/;
/** What only a server can import. */
const SERVER_MODULE =
  /^(?:node:.*|crypto|http|https|fs|path|express|fastify|koa|@hapi\/hapi|@nestjs\/.*|next\/(?:server|headers)|@remix-run\/(?:node|cloudflare|server-runtime)|@react-router\/node)$/;
/** What only pages have at hand. */
const PAGE_GLOBAL =
  /\bwindow\s*[.[]|\b(?:local|session)Storage\b|\bnavigator\s*\.|\bdocument\.(?:cookie|querySelector|getElement|createElement|addEventListener|body|location)/;
const COMPONENT = /\.(?:vue|svelte|html?|jsx|tsx)$/i;

/** Whether a file may run on a server, by what it imports and says: what nothing tells apart counts as a server's. */
export function mayBeServerCode({ file, tree }: LiveModule): boolean {
  let isPage = COMPONENT.test(file) || PAGE_GLOBAL.test(tree.text);
  for (const statement of tree.statements) {
    const { expression } = statement as typeof statement & { expression?: { text?: string } };
    if (expression?.text === 'use client') return false;
    if (expression?.text === 'use server') return true;
    if (!isImportDeclaration(statement) || !isStringLiteral(statement.moduleSpecifier)) continue;
    if (statement.importClause?.isTypeOnly === true) continue;
    const { text } = statement.moduleSpecifier;
    if (SERVER_MODULE.test(text)) return true;
    if (PAGE_MODULE.test(text)) isPage = true;
  }
  return !isPage;
}

/** Whether a file says that it runs where Node's modules are not to be had. */
export function isEdgeCode({ file, tree: { text } }: LiveModule): boolean {
  return /(?:^|\/)middleware\.[cm]?[jt]s$/.test(file)
    ? /['"]next\/server['"]/.test(text)
    : /\bruntime\b\s*[=:]\s*['"](?:experimental-)?edge['"]/.test(text);
}
