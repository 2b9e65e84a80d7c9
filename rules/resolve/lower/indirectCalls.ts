import {
  type CallExpression,
  type Expression,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isNullish,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isSpreadElement,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  withoutWrappers,
} from '../../syntax';
import type { Span } from '../../text/span';
import { type LoweringContext, lowerElement } from './lower';
import { callTerm, elementTerm } from './madeTerms';
import { memberTerm } from './operands';
import { lowerComputed, lowerPipe, receivedBy, receiverOf } from './streams';
import type { CallTerm, Term } from './term';

/**
 * What a call calls: of `(0, library.method)()` and of `library.method.call()`, the method; of `promise.then(save)` and
 * `stream.subscribe(save)`, the function that gets what the promise holds.
 */
export function calleeOf(call: Node): Node {
  const callee = withoutWrappers((call as Node & { expression: Node }).expression);
  if (isBinaryExpression(callee) && callee.operatorToken.kind === SyntaxKind.CommaToken)
    return withoutWrappers(callee.right);
  return isCallExpression(call)
    ? ((borrowedCall(call) ?? effectCall(call))?.callee ?? continuationOf(call) ?? receiverOf(call) ?? callee)
    : callee;
}

/** The last name of a callee: `setItem` of `storage.setItem`, of `storage['setItem']`, and of what saga calls so. */
export function lastNameOf(callee: Node): string | undefined {
  if (isArrayLiteralExpression(callee)) {
    const [, method] = callee.elements;
    return method !== undefined && isStringLiteral(method) ? method.text : undefined;
  }
  if (isElementAccessExpression(callee)) {
    const { argumentExpression: key } = callee;
    return isStringLiteral(key) ? key.text : undefined;
  }
  const last = (callee as Node & { name?: Node }).name ?? callee;
  return isIdentifier(last) ? last.text : undefined;
}

/** The term of a call that hands its callee to another function; `undefined` for calls that are written as usual. */
export function lowerIndirectCall(node: CallExpression, span: Span, context: LoweringContext): Term | undefined {
  const borrowed = borrowedCall(node) ?? effectCall(node) ?? boundCall(node, context);
  if (borrowed !== undefined) return callOf(borrowed.callee, borrowed.given, span, context);
  const receiver = receiverOf(node);
  if (receiver === undefined) {
    return lowerPromiseCall(node, span, context) ?? lowerPipe(node, context) ?? lowerComputed(node, context);
  }
  const value = receivedBy(node, context) ?? { kind: 'unknown', span: spanOf(node.expression, context.tree) };
  return callTerm(context.lower(receiver), [elementTerm(value)], span);
}

interface BorrowedCall {
  readonly callee: Node;
  readonly given: readonly Expression[];
}

/**
 * `f.call(receiver, a, b)`, `f.apply(receiver, [a, b])` and `Reflect.apply(f, receiver, [a, b])` are `f(a, b)`, where it is
 * plainly a function that is called.
 */
function borrowedCall({
  expression: callee,
  arguments: [receiver, ...rest],
}: CallExpression): BorrowedCall | undefined {
  if (receiver === undefined || !isPropertyAccessExpression(callee)) return undefined;
  const { text: name } = callee.name;
  if (name !== 'call' && name !== 'apply') return undefined;
  if (isIdentifier(callee.expression) && callee.expression.text === 'Reflect') {
    const [, list] = rest;
    return name === 'apply' && list !== undefined && isArrayLiteralExpression(list)
      ? { callee: withoutWrappers(receiver), given: list.elements }
      : undefined;
  }
  if (!isNothing(receiver) && !isPropertyAccessExpression(callee.expression)) return undefined;
  if (name === 'call') return { callee: callee.expression, given: rest };
  const [list] = rest;
  if (list === undefined || !isArrayLiteralExpression(list)) return undefined;
  return { callee: callee.expression, given: list.elements };
}

const EFFECTS = new Set(['call', 'fork', 'spawn', 'apply']);

/** `call(f, a)` and `apply(receiver, f, [a])` of redux-saga, whose middleware calls `f(a)`. */
export function effectCall({
  expression: callee,
  arguments: [first, ...given],
}: CallExpression): BorrowedCall | undefined {
  if (first === undefined || !isIdentifier(callee) || !EFFECTS.has(callee.text)) return undefined;
  if (!/['"](?:typed-)?redux-saga/.test(callee.getSourceFile().text)) return undefined;
  if (callee.text === 'apply') {
    const [method, list] = given;
    if (method === undefined || list === undefined || !isArrayLiteralExpression(list)) return undefined;
    return { callee: withoutWrappers(method), given: list.elements };
  }
  const method = isArrayLiteralExpression(first) ? first.elements[1] : (methodIn(first) ?? first);
  if (method === undefined) return undefined;
  return { callee: withoutWrappers(isStringLiteral(method) ? first : method), given };
}

/** `fn` of `{ context, fn }`. */
function methodIn(first: Node): Node | undefined {
  if (!isObjectLiteralExpression(first)) return undefined;
  const member = first.properties.find(({ name }) => name !== undefined && isIdentifier(name) && name.text === 'fn');
  return member !== undefined && isPropertyAssignment(member) ? member.initializer : undefined;
}

/** What `calleeOf` found, as a term; `[storage, 'setItem']` of an effect names a method. */
export function calleeTerm(callee: Node, lower: (node: Node) => Term): Term {
  const method = isArrayLiteralExpression(callee) ? lastNameOf(callee) : undefined;
  const [object] = isArrayLiteralExpression(callee) ? callee.elements : [];
  return method === undefined || object === undefined ? lower(callee) : memberTerm(lower(object), [method]);
}

/** A receiver that says that there is none. */
function isNothing(receiver: Node): boolean {
  return receiver.kind === SyntaxKind.ThisKeyword || isNullish(receiver);
}

const making = new WeakMap<SourceFile, boolean>();

/** Whether a file makes such functions at all; most do not. */
function makesBound(tree: SourceFile): boolean {
  const makes = making.get(tree) ?? /\.bind\([^),]+,|\bpartial\(/.test(tree.text);
  making.set(tree, makes);
  return makes;
}

/** `const keep = f.bind(receiver, a)`, or `partial(f, a)`: `keep(b)` is `f(a, b)`. */
function boundCall(
  { expression: callee, arguments: list }: CallExpression,
  context: LoweringContext,
): BorrowedCall | undefined {
  if (!isIdentifier(callee) || !makesBound(context.tree)) return undefined;
  const initial = context.findInitializer(callee);
  const made = initial === undefined ? undefined : withoutWrappers(initial);
  if (made === undefined || !isCallExpression(made) || made.arguments.length < 2) return undefined;
  const [first, ...given] = made.arguments;
  const { expression: maker } = made;
  const name = isPropertyAccessExpression(maker) ? maker.name : maker;
  if (first === undefined || !isIdentifier(name) || given.some(isSpreadElement)) return undefined;
  if (name.text === 'bind' && isPropertyAccessExpression(maker)) {
    return { callee: maker.expression, given: [...given, ...list] };
  }
  return name.text === 'partial' ? { callee: first, given: [...given, ...list] } : undefined;
}

/** What `promise.then(f)` calls. */
function continuationOf({ expression: callee, arguments: [first] }: CallExpression): Node | undefined {
  if (first === undefined || !isPropertyAccessExpression(callee) || callee.name.text !== 'then') return undefined;
  const continuation = withoutWrappers(first);
  const isCallable =
    isFunctionLike(continuation) || isIdentifier(continuation) || isPropertyAccessExpression(continuation);
  return isCallable ? continuation : undefined;
}

/** `promise.then(f)` is `f(promise)`, since waiting leaves no trace; `catch` and `finally` hand the promise on. */
function lowerPromiseCall(node: CallExpression, span: Span, context: LoweringContext): Term | undefined {
  const { expression: callee } = node;
  if (!isPropertyAccessExpression(callee) || node.arguments.length === 0) return undefined;
  const continuation = continuationOf(node);
  if (continuation !== undefined) return callOf(continuation, [callee.expression], span, context);
  const handsOn = callee.name.text === 'catch' || callee.name.text === 'finally';
  const [handler] = node.arguments;
  return handsOn && handler !== undefined && isFunctionLike(withoutWrappers(handler))
    ? context.lower(callee.expression)
    : undefined;
}

function callOf(callee: Node, given: readonly Node[], span: Span, context: LoweringContext): CallTerm {
  const list = given.map((argument) => lowerElement(argument, context));
  return callTerm(calleeTerm(callee, context.lower), list, span);
}
