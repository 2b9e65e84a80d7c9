import {
  isCallExpression,
  isClassLike,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isWithin,
  type Node,
  type SourceFile,
  SyntaxKind,
  walk,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import { sitesWithin } from '../module/actions';
import { nameOfFunction } from '../module/handOvers';
import { bearerStrategyAround } from '../scope/bearerStrategies';
import { isGoneRound } from '../scope/otherBranch';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { enclosing } from '../scope/surroundings';
import { lastNameOf, namesOf } from './chainNames';
import { isOutput } from './outputs';
import { GUARD_WORDS, isGuardedByRoute, isRoute, rootOf } from './routeGuards';
import { isRequestHandler } from './runtime';
import type { Use } from './uses';

/** What a function is to the requests of its server. */
export type Role =
  /** It answers requests, as its file shows: by a registration, a decorator, or a name that frameworks look for. */
  | 'entry'
  /** It lets requests through to others. */
  | 'middleware'
  /** It answers requests, and another file registers it. */
  | 'handler'
  | 'function';

/** What the file shows of the code around a call. */
export interface Surroundings {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  readonly references: References;
}

/** Words of functions that check a token, or who the request is from. */
const CHECK_WORDS = wordSet(
  'verify verified verifies verifier verifying validate authenticate authenticated authorize ' +
    'authorized hmac introspect introspection userinfo timing protect unseal decrypt',
);
/** Functions that ask who is signed in: `getServerSession()`, `currentUser()`, `requireAuth()`, `auth()`. */
const SESSION_CALL =
  /^(?:auth|get(?:Server|Iron)Session|(?:get|use|require)(?:User)?Session|currentUser|(?:require|ensure|check|is|assert)(?:Auth|User|Admin|Login|Logged|Signed)\w*)$/;
/** Names of functions by which frameworks find what answers requests, and decorators that say it of a method. */
const ENTRY_NAMES = wordSet(
  'GET POST PUT PATCH DELETE HEAD OPTIONS loader action getServerSideProps handle fetch onRequest',
);
const ROUTE_DECORATORS = wordSet('Get Post Put Patch Delete All Query Mutation SubscribeMessage MessagePattern');
/** Functions that make of another one what answers requests. */
const MAKERS_OF_HANDLERS = wordSet('defineEventHandler eventHandler defineCachedEventHandler');
/** What of a request says who it is from. */
const WHO = wordSet('user auth userid currentuser jwtpayload');

/** What its sender writes, whatever it is called: `req.cookies.auth`. */
const SENT = wordSet('body query params cookies signedCookies headers cookie header');

/** The functions around a node that run as one: callbacks belong to the function that hands them to a call. */
function functionAround(node: Node): Node | undefined {
  let found = enclosing(node, isFunctionLike);
  while (found !== undefined) {
    const outer: Node | undefined = enclosing(found, isFunctionLike);
    if (outer === undefined || isClassLike(found.parent) || isRequestHandler(found) || isRegistered(found)) break;
    found = outer;
  }
  return found;
}

/** `app.get('/', handler)`, where the handler is written in place. */
function isRegistered(handler: Node): boolean {
  const { parent } = handler;
  if (!isCallExpression(parent) || parent.expression === handler) return false;
  return isRoute(parent) || MAKERS_OF_HANDLERS.has(lastNameOf(parent.expression));
}

/**
 * Whether something in the function around a call, in those that call it, or before it, may have checked what the call is
 * given: a check of its own, code that is handed the same value, a guard, or a user who is signed in already.
 */
export function isTrusted(
  call: Node,
  given: readonly Node[],
  uses: () => readonly Use[],
  around: Surroundings,
): boolean {
  const holder = functionAround(call);
  const body = holder ?? around.tree;
  const goesRound = (place: Node): boolean => isGoneRound(place, call, given, around.scope);
  if (hasCheck(body, call, around.scope, goesRound) || isHandedOn(call, given, body, around, goesRound)) return true;
  // A strategy is what guards the handlers: whatever stands before them.
  if (holder === undefined || bearerStrategyAround(call, around.scope) !== undefined) return false;
  return (
    readsUser(holder) ||
    isGuardedByDecorator(holder) ||
    isGuardedByRoute(holder, around) ||
    isCalledAfterCheck(holder, around) ||
    isBesideCheck(holder, call, uses, around)
  );
}

/** Whether a function calls something that may check what it is given, in places that count. */
export function hasCheck(
  body: Node,
  call: Node | undefined,
  scope: FileScope,
  goesRound: (place: Node) => boolean = () => false,
): boolean {
  return sitesWithin(body, scope.sites).some((site) => site !== call && isCheck(site) && !goesRound(site));
}

function isCheck(site: Node): boolean {
  if (!isCallExpression(site) && !isNewExpression(site)) return false;
  const name = lastNameOf(site.expression);
  return SESSION_CALL.test(name) || wordsOf(name).some((word) => CHECK_WORDS.has(word));
}

/** Whether code that is not seen here gets the same value too: `Bearer ${token}` for another service, a look-up. */
function isHandedOn(
  call: Node,
  given: readonly Node[],
  body: Node,
  { scope, references }: Surroundings,
  goesRound: (place: Node) => boolean,
): boolean {
  return given.some((argument) => {
    const root = rootOf(argument);
    const id = root === undefined ? undefined : scope.find(root.text, root);
    // Of a request, other parts are handed on all the time.
    if (root === undefined || id === undefined || /^(?:req|request|ctx|context|c|event|this)$/.test(root.text))
      return false;
    return references
      .to(id)
      .some(
        (use) =>
          isWithin(use, body) &&
          !isWithin(use, call) &&
          !goesRound(use) &&
          gettersOf(use, body).some((callee) => !isHarmless(callee)),
      );
  });
}

/** What is called with a value, or with something that it is a part of. */
function gettersOf(use: Node, body: Node): readonly Node[] {
  const found: Node[] = [];
  for (let child = use, at = use.parent; at !== undefined && at !== body; child = at, at = at.parent) {
    if (isFunctionLike(at)) break;
    if (isCallLike(at) && at.expression !== child) found.push(at.expression);
  }
  return found;
}

function isCallLike(node: Node): node is Node & { readonly expression: Node } {
  return isCallExpression(node) || isNewExpression(node);
}

/** Functions that may get a token and check nothing with it. */
const HARMLESS = wordSet('split replace startsWith slice substring String Boolean includes test Error json send');

function isHarmless(callee: Node): boolean {
  const name = lastNameOf(callee);
  if (isOutput(callee) || HARMLESS.has(name) || /Error$|Exception$/.test(name)) return true;
  return wordsOf(name).some((word) => word === 'decode' || word === 'atob' || word === 'parse') || name === 'from';
}

/** `req.user` is read, and not set: someone has signed the user in. */
function readsUser(holder: Node): boolean {
  let isRead = false;
  let isSet = false;
  walk(holder, (node) => {
    if (!isPropertyAccessExpression(node) || !WHO.has(node.name.text.toLowerCase())) return;
    const [first = ''] = namesOf(node.expression);
    if (!/^(?:req|request|ctx|context|locals|res)$/.test(first)) return;
    if (namesOf(node).some((name) => SENT.has(name))) return;
    const { left, operatorToken } = node.parent as Node & { left?: Node; operatorToken?: Node };
    if (left === node && operatorToken?.kind === SyntaxKind.EqualsToken) isSet = true;
    else isRead = true;
  });
  return isRead && !isSet;
}

function isGuardedByDecorator(holder: Node): boolean {
  return decoratorsOf(holder).some((name) => wordsOf(name).some((word) => GUARD_WORDS.has(word)));
}

/** Of a method and of its class. */
function decoratorsOf(holder: Node): readonly string[] {
  const owners = isClassLike(holder.parent) ? [holder, holder.parent] : [holder];
  return owners.flatMap((owner) =>
    ((owner as Node & { modifiers?: readonly Node[] }).modifiers ?? []).flatMap((one) =>
      one.kind === SyntaxKind.Decorator ? lastNameOf((one as Node & { expression: Node }).expression) : [],
    ),
  );
}

/** A function of the file that calls this one checks as well. */
function isCalledAfterCheck(holder: Node, { scope }: Surroundings): boolean {
  const name = nameOfFunction(holder) ?? nameOfMember(holder);
  if (name === undefined) return false;
  return scope.sites.some((site) => {
    if (!isCallExpression(site) || lastNameOf(site.expression) !== name) return false;
    const caller = functionAround(site);
    return caller !== undefined && caller !== holder && hasCheck(caller, site, scope);
  });
}

function nameOfMember(node: Node): string | undefined {
  const { name } = node as Node & { name?: Node };
  return name !== undefined && isIdentifier(name) ? name.text : undefined;
}

/** A class that checks in another method, or a file whose other middleware does; what says who the request is from comes first. */
function isBesideCheck(holder: Node, call: Node, uses: () => readonly Use[], { tree, scope }: Surroundings): boolean {
  if (isClassLike(holder.parent)) return hasCheck(holder.parent, call, scope);
  const role = roleOf(call, { scope });
  if (role !== 'middleware' && role !== 'handler') return false;
  return hasCheck(tree, call, scope) && !uses().some(({ as }) => as === 'identity');
}

/** What the function around a call is to requests. */
export function roleOf(call: Node, { scope }: Pick<Surroundings, 'scope'>): Role {
  const holder = functionAround(call);
  if (holder === undefined) return 'function';
  const name = nameOfFunction(holder) ?? nameOfMember(holder);
  if (name === 'canActivate' || hasNext(holder)) return 'middleware';
  const isDecorated = decoratorsOf(holder).some((one) => ROUTE_DECORATORS.has(one));
  if (isDecorated || isRegistered(holder) || (name !== undefined && ENTRY_NAMES.has(name))) return 'entry';
  const isNamed = scope.sites.some(
    (site) =>
      isCallExpression(site) && isRoute(site) && site.arguments.some((one) => isIdentifier(one) && one.text === name),
  );
  if (isNamed) return 'entry';
  return isRequestHandler(holder) ? 'handler' : 'function';
}

/** It takes `next`. */
function hasNext(holder: Node): boolean {
  const { parameters = [] } = holder as Node & { parameters?: readonly (Node & { name: Node })[] };
  return parameters.some(({ name }) => isIdentifier(name) && name.text === 'next');
}
