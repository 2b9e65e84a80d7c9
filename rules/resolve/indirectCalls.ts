import {
  type CallExpression,
  type Expression,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from '../syntax';
import type { Span } from '../text/span';
import { type LoweringContext, lowerElement, withoutWrappers } from './lower';
import type { CallTerm, Term } from './term';

/**
 * What a call calls: of `(0, library.method)()` and of `library.method.call()`, the method; of `promise.then(save)`, the
 * function that gets what the promise holds.
 */
export function calleeOf(call: Node): Node {
  const callee = withoutWrappers((call as Node & { expression: Node }).expression);
  if (isBinaryExpression(callee) && callee.operatorToken.kind === SyntaxKind.CommaToken)
    return withoutWrappers(callee.right);
  return isCallExpression(call) ? (borrowedCall(call)?.callee ?? continuationOf(call) ?? callee) : callee;
}

/** The last name of a callee: `setItem` of `storage.setItem` and of `storage['setItem']`. */
export function lastNameOf(callee: Node): string | undefined {
  if (isElementAccessExpression(callee)) {
    const { argumentExpression: key } = callee;
    return isStringLiteral(key) ? key.text : undefined;
  }
  const last = (callee as Node & { name?: Node }).name ?? callee;
  return isIdentifier(last) ? last.text : undefined;
}

/** The term of a call that hands its callee to another function; `undefined` for calls that are written as usual. */
export function lowerIndirectCall(node: CallExpression, span: Span, context: LoweringContext): Term | undefined {
  const borrowed = borrowedCall(node);
  return borrowed === undefined
    ? lowerPromiseCall(node, span, context)
    : callOf(borrowed.callee, borrowed.given, span, context);
}

interface BorrowedCall {
  readonly callee: Node;
  readonly given: readonly Expression[];
}

/** `f.call(receiver, a, b)` and `f.apply(receiver, [a, b])` are `f(a, b)`, where it is plainly a function that is called. */
function borrowedCall({
  expression: callee,
  arguments: [receiver, ...rest],
}: CallExpression): BorrowedCall | undefined {
  if (receiver === undefined || !isPropertyAccessExpression(callee)) return undefined;
  const isNoReceiver = receiver.kind === SyntaxKind.ThisKeyword || receiver.kind === SyntaxKind.NullKeyword;
  if (!isNoReceiver && !isPropertyAccessExpression(callee.expression)) return undefined;
  if (callee.name.text === 'call') return { callee: callee.expression, given: rest };
  const [list] = rest;
  if (callee.name.text !== 'apply' || list === undefined || !isArrayLiteralExpression(list)) return undefined;
  return { callee: callee.expression, given: list.elements };
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
  return {
    kind: 'call',
    callee: context.lower(callee),
    arguments: given.map((argument) => lowerElement(argument, context)),
    isNew: false,
    argumentsSpan: undefined,
    isClosed: true,
    span,
  };
}
