import {
  type CallExpression,
  findNode,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
  isWithin,
  type Node,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { nameOfFunction } from '../module/handOvers';
import type { FileScope } from '../scope/scope';
import { lastNameOf } from './chainNames';

/** Methods of applications and routers that register a handler. */
const ROUTE_METHODS = wordSet(
  'get post put patch delete all use route on head options addHook register handle handler onRequest',
);
/** Words of middleware and decorators that let only some requests through, and of what is named with one but lets all through. */
export const GUARD_WORDS = wordSet(
  'auth authenticate authenticated authentication authorize authorized authorization verify verified protect protected guard guards ' +
    'jwt token passport login logged signin session permission permissions roles role admin secured secure acl user ensure',
);
const NO_GUARD_WORDS = wordSet(
  'router routes route controller controllers service model schema limiter limit handler parser',
);

/** A guard that stands beside the handler where it is registered, or before all handlers of the file. */
export function isGuardedByRoute(holder: Node, { scope }: { readonly scope: FileScope }): boolean {
  const own = nameOfFunction(holder);
  const isGuard = (argument: Node): boolean => !isWithin(holder, argument) && saysGuard(argument, own);
  const isOwn = (route: CallExpression): boolean =>
    route.arguments.some((one) => isWithin(holder, one) || (own !== undefined && lastNameOf(one) === own));
  const routes = scope.sites.filter((site): site is CallExpression => isCallExpression(site) && isRoute(site));
  const registrations = routes.filter(isOwn);
  return routes.some((site) => {
    if (!site.arguments.some(isGuard)) return false;
    if (registrations.includes(site)) return true;
    const isBefore = lastNameOf(site.expression) === 'use' || lastNameOf(site.expression) === 'addHook';
    return isBefore && !(registrations.length > 0 && registrations.every((route) => isElsewhere(site, route)));
  });
}

/** What is used for paths under `/auth` alone guards no route of the same router that lies elsewhere. */
function isElsewhere(guard: CallExpression, route: CallExpression): boolean {
  const [used, handled] = [pathOf(guard), pathOf(route)];
  if (used === undefined || handled === undefined) return false;
  if (rootOf(guard.expression)?.text !== rootOf(route.expression)?.text) return false;
  const prefix = used.replace(/\/?\*+$/, '');
  return !/[*:(?+]/.test(prefix) && handled !== prefix && !handled.startsWith(`${prefix.replace(/\/$/, '')}/`);
}

function pathOf({ arguments: [path] }: CallExpression): string | undefined {
  return path !== undefined && isStringLiteral(path) && path.text.startsWith('/') ? path.text : undefined;
}

/** Whether an argument, or a part of it, is named for a guard. */
function saysGuard(argument: Node, own: string | undefined): boolean {
  if (isFunctionLike(argument)) return false;
  const guard = findNode(argument, (node) => {
    if (!isIdentifier(node) || node.text === own) return false;
    const words = wordsOf(node.text);
    return words.some((word) => GUARD_WORDS.has(word)) && !words.some((word) => NO_GUARD_WORDS.has(word));
  });
  return guard !== undefined;
}

/** `app.get(…)`. */
export function isRoute(call: Node & { readonly expression: Node }): boolean {
  return isPropertyAccessExpression(call.expression) && ROUTE_METHODS.has(call.expression.name.text);
}

/** The name that a chain of members and calls starts with. */
export function rootOf(expression: Node): (Node & { readonly text: string }) | undefined {
  let at: Node | undefined = expression;
  while (at !== undefined && !isIdentifier(at)) at = (at as Node & { expression?: Node }).expression;
  return at;
}
