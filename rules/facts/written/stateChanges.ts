import type { LiveModule } from '../../resolve/module/module';
import type { FileScope } from '../../resolve/scope/scope';
import {
  findNode,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isStringLiteralLike,
  isVariableDeclaration,
  type Node,
  spanOf,
  walk,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { FactOf } from '../schema';
import { lastName } from './sessionTerms';
import { writtenAt } from './written';

/** Both have to show: a route that takes what forms send, and a cookie that other sites may send. */
const ROUTE = /\.\s*post\s*\(/;
const CROSS_SITE = /samesite/i;

/** Methods of applications and routers by which something answers all routes. */
const MOUNTS = new Set(['use', 'register', 'addHook']);
/** Words of what tells where a request comes from, or that its sender has read a page. */
const DEFENCES = wordSet('csrf xsrf csurf lusca origin referer referrer antiforgery');
/** Words of routes that nobody needs to be signed in for, or whose callers are no browsers. */
const OPEN = wordSet('login signin register signup logout signout webhook webhooks callback forgot reset refresh');
/** What reads a form, by the last name of what is called or handed over. */
const FORMS = /^(?:urlencoded|formbody|multer|formidable|koaBody|bodyParser|fileUpload)$/i;
/** What a handler reads off a request that a cookie has said who it is from. */
const WHO = wordSet('session user cookies signedCookies isAuthenticated');

/** The routes of a file that change something for whoever a cookie says is asking. */
export function stateChangesIn(module: LiveModule): readonly FactOf<'StateChange'>[] {
  const { tree, scope } = module;
  if (!CROSS_SITE.test(tree.text) || !ROUTE.test(tree.text)) return [];
  const routes = scope.sites.flatMap((node) => routeAt(node) ?? []);
  if (routes.length === 0) return [];
  const isDefended = mayDefend(module);
  const readsForms = scope.sites.some((node) => isCallExpression(node) && readsForm(node));
  return routes.map(({ node, path, handlers }): FactOf<'StateChange'> => {
    const { expression } = node as Node & { expression: Node };
    const isChained = isPropertyAccessExpression(expression) && isCallExpression(expression.expression);
    const span = spanOf(isChained ? expression.name : expression, tree);
    return {
      kind: 'StateChange',
      display: `${tree.text.slice(span.start, span.end)}()`,
      ...writtenAt(node, { span: spanOf(node, tree), calleeSpan: span }, module),
      attributes: {
        route: { constant: path },
        takesForms: { constant: readsForms || !handlers.some((one) => reads(one, 'body')) },
        isDefended: { constant: isDefended || !handlers.every((one) => isInSight(one, scope)) },
      },
    };
  });
}

interface Route {
  readonly node: Node;
  readonly path: string;
  readonly handlers: readonly Node[];
}

/** `app.post('/transfer', handler)`, whose handler reads who is asking. */
function routeAt(node: Node): Route | undefined {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
  if (node.expression.name.text !== 'post') return undefined;
  const [path, ...handlers] = node.arguments;
  if (path === undefined || !isStringLiteralLike(path) || !path.text.startsWith('/')) return undefined;
  if (wordsOf(path.text).some((word) => OPEN.has(word))) return undefined;
  const last = handlers[handlers.length - 1];
  if (last === undefined || !isFunctionLike(last) || ![...WHO].some((name) => reads(last, name))) return undefined;
  return { node, path: path.text, handlers };
}

function reads(handler: Node, name: string): boolean {
  let found = false;
  walk(handler, (node) => {
    if (!isPropertyAccessExpression(node) || node.name.text !== name || !isRequest(node.expression)) return;
    // `ctx.cookies.set()` asks nothing.
    const { parent } = node;
    if (!isPropertyAccessExpression(parent) || parent.name.text !== 'set') found = true;
  });
  return found;
}

function isRequest(node: Node): boolean {
  return /^_?(?:req|request|ctx|context)$/.test(lastName(node));
}

/** Whether something of the file tells where requests come from, or what is handed to all routes may. */
function mayDefend(module: LiveModule): boolean {
  const { tree, scope } = module;
  const told = new Set<string>();
  const defence = findNode(tree, (node) => {
    if (!(isIdentifier(node) || isStringLiteralLike(node)) || told.has(node.text)) return false;
    // `cors({ origin })` says who may read answers, and not who may ask.
    if (isPropertyAssignment(node.parent) && node.parent.name === node && node.text === 'origin') return false;
    told.add(node.text);
    const words = wordsOf(node.text);
    return words.some((word) => DEFENCES.has(word)) || /sec fetch|requested with/.test(words.join(' '));
  });
  if (defence !== undefined) return true;
  return scope.sites.some((node) => {
    if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
    if (!MOUNTS.has(node.expression.name.text)) return false;
    return !node.arguments.every((one) => isInSight(one, scope));
  });
}

/** What stands in this file, or is a package's: what packages do against forgery shows in their names. */
function isInSight(value: Node, scope: FileScope): boolean {
  const root = rootOf(value);
  if (!isIdentifier(root)) return true;
  const declaration = scope.declarations[scope.find(root.text, root) ?? -1];
  if (declaration === undefined) return false;
  if (declaration.kind === 'import') return isPackage(importedFrom(declaration.node));
  if (declaration.kind !== 'variable') return declaration.kind === 'function';
  let holder = declaration.node.parent;
  while (holder !== undefined && !isVariableDeclaration(holder)) holder = holder.parent;
  const { initializer } = holder ?? {};
  if (initializer === undefined) return false;
  const made = rootOf(initializer);
  if (!isIdentifier(made)) return true;
  const required = requiredBy(initializer);
  if (required === undefined) return made.text !== root.text && isInSight(made, scope);
  return isPackage(required);
}

/** The module that `require('x')`, or a call or a member of it, is of. */
function requiredBy(value: Node): string | undefined {
  for (let at = value; isCallExpression(at) || isPropertyAccessExpression(at); at = at.expression) {
    if (!isCallExpression(at) || !isIdentifier(at.expression) || at.expression.text !== 'require') continue;
    const [specifier] = at.arguments;
    return specifier !== undefined && isStringLiteralLike(specifier) ? specifier.text : undefined;
  }
  return undefined;
}

/** What an expression starts with: `cors` of `cors({ … })`, `express` of `express.json()`. */
function rootOf(value: Node): Node {
  let root = value;
  while (isCallExpression(root) || isPropertyAccessExpression(root)) root = root.expression;
  return root;
}

function importedFrom(node: Node): string | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    const { moduleSpecifier } = at as Node & { moduleSpecifier?: Node };
    if (moduleSpecifier !== undefined) return isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  }
  return undefined;
}

function isPackage(specifier: string | undefined): boolean {
  return specifier !== undefined && /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/|$)/.test(specifier);
}

function readsForm(call: Node): boolean {
  const { expression, arguments: given } = call as Node & { expression: Node; arguments: readonly Node[] };
  return FORMS.test(lastName(expression)) || given.some((one) => isIdentifier(one) && FORMS.test(one.text));
}
