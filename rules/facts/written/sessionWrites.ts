import { moduleFrame } from '../../resolve/evaluate/frames';
import { isMemberAssignment } from '../../resolve/scope/scope';
import { namesAround } from '../../resolve/scope/surroundings';
import {
  isBinaryExpression,
  isCallExpression,
  isEquality,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isWithin,
  type Node,
  SyntaxKind,
  spanOf,
  walk,
  withoutWrappers,
} from '../../syntax';
import { isIdentityName } from '../derive/identityName';
import { isPasswordCheck, isPasswordName, isRegistrationName, isResetName, isSignInName } from '../derive/signInName';
import { renewalEdits } from '../edits/renewalEdits';
import type { Extraction } from '../extract';
import type { OwnedSession } from '../knowledge';
import type { FactOf } from '../schema';
import { keeperOf } from './sessionKeepers';
import { isOldSignIn, isRenewed } from './sessionRenewal';
import { lastName, memberOf, receiverName, type SessionTerm, sessionOf } from './sessionTerms';
import { writtenAt } from './written';

/** A member of a session that is written, and a call that a library signs in by. */
const WRITES = /\bsession\s*[!?]*\s*(?:\.\s*(\w+)|\[\s*['"](\w+)['"]\s*\])\s*=[^=>]/g;
const SETS = /\bsession\s*[!?]*\s*\.\s*set\(\s*['"](\w+)['"]/g;
const SIGN_IN = /log_?-?[io]n|sign_?-?in|passw|callback/i;
const BY_LIBRARY = /\.\s*log[Ii]n\(|\bpassport\b[^\n]*\.authenticate\(/;

/** Whether a file can sign somebody in to a session, by its text. */
export function maySignIn(text: string): boolean {
  if (!SIGN_IN.test(text)) return false;
  if (BY_LIBRARY.test(text) && /passport|\breq\b/.test(text)) return true;
  for (const pattern of [WRITES, SETS])
    for (const [, name = '', key = ''] of text.matchAll(pattern)) if (isIdentityName(name || key)) return true;
  return false;
}

/** A place where something is put into a session. */
interface Write {
  readonly node: Node;
  readonly session: SessionTerm;
  readonly property: string;
}

/** Where somebody is put into a session that the server keeps: once for each handler. */
export function sessionWritesIn(extraction: Extraction): readonly FactOf<'SessionWrite'>[] {
  const { module } = extraction;
  if (!maySignIn(module.tree.text)) return [];
  const handlers = new Set<Node>();
  const byLibrary = libraryWritesIn(extraction);
  // What the library of a route has signed in to, the handlers after it only add to.
  const routes = new Set(byLibrary.filter(isRouted).map(({ node }) => node.parent));
  const own = writesIn(extraction).filter(({ session }) => !routes.has(session.handler.parent));
  return [...own, ...byLibrary].flatMap((write): readonly FactOf<'SessionWrite'>[] => {
    const { node, session, property } = write;
    const library = keeperOf(session.property, extraction);
    if (library === undefined || handlers.has(session.handler) || !isHandler(session.handler)) return [];
    handlers.add(session.handler);
    const { tree } = module;
    const span = spanOf(node, tree);
    const calleeSpan = spanOf(
      isCallExpression(node) ? node.expression : isBinaryExpression(node) ? node.left : node,
      tree,
    );
    return [
      {
        kind: 'SessionWrite',
        display: isCallExpression(node)
          ? `${shown(node.expression, tree.text)}()`
          : tree.text.slice(calleeSpan.start, calleeSpan.end),
        ...writtenAt(node, { span, calleeSpan }, module),
        package: library.library.package,
        attributes: {
          property: { constant: property },
          signIn: { constant: property === '' ? 'name' : signInAround(node, session.handler, module.file) },
          isRenewed: { constant: isRenewed(session.handler, extraction) },
          isHeld: { constant: property !== '' && isHeld(write, extraction) },
        },
        replacement: property === '' ? undefined : renewalEdits(node, session, library, module),
      },
    ];
  });
}

function shown(node: Node, text: string): string {
  return text.slice(node.getStart(), node.end);
}

function writesIn({ module: { scope } }: Extraction): readonly Write[] {
  return scope.sites.flatMap((node): readonly Write[] => {
    const target = isMemberAssignment(node) ? memberOf(node.left) : undefined;
    if (target !== undefined && isMemberAssignment(node)) {
      if (!isIdentityName(target.key) || isNothing(node.right)) return [];
      const session = sessionOf(target.object, scope);
      return session === undefined ? [] : [{ node, session, property: target.key }];
    }
    if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return [];
    const [key, value] = node.arguments;
    if (node.expression.name.text !== 'set' || key === undefined || value === undefined) return [];
    if (!isStringLiteralLike(key) || !isIdentityName(key.text) || isNothing(value)) return [];
    const session = sessionOf(node.expression.expression, scope);
    return session === undefined ? [] : [{ node, session, property: key.text }];
  });
}

/** A call that makes a handler of a route. */
function isRouted({ node, session }: Write): boolean {
  return session.handler === node;
}

/** Calls by which a library signs in without a new id, as its release has it. */
function libraryWritesIn(extraction: Extraction): readonly Write[] {
  const {
    module: { scope },
    knowledge,
    findDependency,
  } = extraction;
  const old = knowledge.sessions.filter((one) => isOldSignIn(one, findDependency));
  return old.flatMap((owned) =>
    scope.sites.flatMap((node): readonly Write[] => {
      const { signsIn, property } = owned;
      if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return [];
      const { name, expression } = node.expression;
      // Without a session, nothing is kept.
      if (node.arguments.length === 0 || node.arguments.some((one) => /\bsession\s*:\s*false\b/.test(one.getText())))
        return [];
      if (isSigningHandler(node, owned, extraction))
        return [{ node, session: { handler: node, property, isAlias: false }, property: '' }];
      if (signsIn?.methods.includes(name.text) !== true || mayKeepNothing(node.arguments)) return [];
      const handler = handlerOfRequest(expression, scope);
      return handler === undefined ? [] : [{ node, session: { handler, property, isAlias: false }, property: '' }];
    }),
  );
}

/** `req.logIn(user, options, done)`: options from elsewhere may say that no session is wanted. */
function mayKeepNothing([, options, callback]: readonly Node[]): boolean {
  return options !== undefined && callback !== undefined && !isObjectLiteralExpression(withoutWrappers(options));
}

/** The handler whose request an expression is. */
function handlerOfRequest(expression: Node, scope: Extraction['module']['scope']): Node | undefined {
  const name = withoutWrappers(expression);
  if (!isIdentifier(name) || !/^_?req(?:uest)?$/.test(name.text)) return undefined;
  const declaration = scope.declarations[scope.find(name.text, name) ?? -1];
  if (declaration?.kind !== 'parameter') return undefined;
  return declaration.node.parent.parent;
}

/** Routes that hand their requests to a library, which signs in itself: not where its result goes to a callback. */
function isSigningHandler(node: Node, owned: OwnedSession, { module, evaluator }: Extraction): boolean {
  const { parent } = node;
  if (!isCallExpression(node) || !isCallExpression(parent) || parent.expression === node) return false;
  if (lastName(node.expression) !== owned.signsIn?.middleware) return false;
  const [, options, callback] = node.arguments;
  if (callback !== undefined || (options !== undefined && !isObjectLiteralExpression(options))) return false;
  // The first step of a sign-in elsewhere sends away, and is the last handler of its route.
  const isFollowed = parent.arguments[parent.arguments.length - 1] !== node;
  if (!isFollowed && !/\b(?:success|failure)\w+\s*:/.test(options?.getText() ?? '')) return false;
  // Modules of routes are often handed the library: `module.exports = (app, passport) => …`.
  return (
    isHandedLibrary(node.expression, owned, module.scope) ||
    evaluator
      .evaluate(module.lower(node.expression), moduleFrame(module))
      .possible.some(({ value }) => value.kind === 'api' && value.module === owned.library.package)
  );
}

function isHandedLibrary(callee: Node, { library }: OwnedSession, scope: Extraction['module']['scope']): boolean {
  const holder = isPropertyAccessExpression(callee) ? withoutWrappers(callee.expression) : undefined;
  if (holder === undefined || !isIdentifier(holder) || holder.text !== library.package) return false;
  return scope.declarations[scope.find(holder.text, holder) ?? -1]?.kind === 'parameter';
}

function isNothing(value: Node): boolean {
  const node = withoutWrappers(value);
  if (isIdentifier(node)) return node.text === 'undefined';
  if (isStringLiteralLike(node)) return node.text === '';
  return node.kind === SyntaxKind.NullKeyword || node.kind === SyntaxKind.FalseKeyword;
}

/** A function that a framework calls: others may have renewed the session for it. */
function isHandler(handler: Node): boolean {
  const { parent, parameters = [] } = handler as Node & { parameters?: readonly Node[] };
  if (isCallExpression(parent) && parent.expression !== handler) return true;
  return parameters.some((one) => {
    const { name, modifiers = [] } = one as Node & { name?: Node; modifiers?: readonly Node[] };
    if (modifiers.length > 0 || name === undefined || !isIdentifier(name)) return true;
    return /^_?(?:res|response|reply|next|ctx)$/.test(name.text);
  });
}

type SignIn = Exclude<FactOf<'SessionWrite'>['attributes']['signIn']['constant'], undefined>;

/** What shows that a handler signs somebody in. */
function signInAround(node: Node, handler: Node, file: string): SignIn | undefined {
  let found: 'password' | undefined;
  walk(handler, (one) => {
    if (isCallExpression(one)) {
      const { expression } = one;
      if (isPasswordCheck(lastName(expression), receiverName(expression))) found = 'password';
    } else if (isBinaryExpression(one) && isEquality(one.operatorToken.kind)) {
      const names = [lastName(one.left), lastName(one.right)];
      // `req.body.password !== req.body.confirmation` signs nobody in.
      if (names.some(isPasswordName) && !names.some((name) => /confirm|repeat|new|2$/i.test(name))) found = 'password';
    }
  });
  if (found !== undefined) return found;
  const around = namesAround(node);
  // An action that is just the function of its file has the file's name.
  const names = around[0] === 'fn' ? [file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')] : around;
  if (names.some(isSignInName)) return 'name';
  if (names.some(isRegistrationName)) return 'registration';
  // Who is signed in changes a password, too; who is not brings a token along.
  return names.some(isResetName) && bringsToken(handler.getText()) ? 'reset' : undefined;
}

function bringsToken(text: string): boolean {
  return /(?<![cx]srf_?)token/i.test(text) && !/\breq(?:uest)?\.user\b/.test(text);
}

/** Whether the handler asks the session who it belongs to, but to send away who is signed in already. */
function isHeld({ node, session: { handler } }: Write, { module: { scope } }: Extraction): boolean {
  let held = false;
  walk(handler, (one) => {
    const member = held || one.pos >= node.end ? undefined : memberOf(one);
    if (member === undefined || withoutWrappers(one) !== one || !isIdentityName(member.key)) return;
    if (isTarget(one) || sessionOf(member.object, scope)?.handler !== handler) return;
    if (!isSentAway(one, node)) held = true;
  });
  return held;
}

/** `req.session.user = …`, and `delete req.session.user`. */
function isTarget(member: Node): boolean {
  const { parent } = member;
  return parent.kind === SyntaxKind.DeleteExpression || (isMemberAssignment(parent) && parent.left === member);
}

/** A test that who is signed in does not get beyond, or that only who is not goes through. */
function isSentAway(member: Node, write: Node): boolean {
  let isNegated = false;
  let child = member;
  let at = member.parent;
  for (; at !== undefined && at.kind !== SyntaxKind.IfStatement; child = at, at = at.parent) {
    if (at.kind === SyntaxKind.PrefixUnaryExpression) isNegated = !isNegated;
    else if (at.kind === SyntaxKind.PropertyAccessExpression || at.kind === SyntaxKind.CallExpression) return false;
    else if (at.kind === SyntaxKind.Block || at.kind === SyntaxKind.ExpressionStatement) return false;
  }
  if (at === undefined) return false;
  const { expression, thenStatement } = at as Node & { expression: Node; thenStatement: Node };
  if (child !== expression) return false;
  return isNegated === isWithin(write, thenStatement);
}
