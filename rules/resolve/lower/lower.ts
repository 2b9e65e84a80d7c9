import {
  type CallExpression,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isClassLike,
  isConditionalExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isMetaProperty,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isSpreadElement,
  isStringLiteral,
  isTemplateExpression,
  isYieldExpression,
  type NewExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  withoutWrappers,
} from '../../syntax';
import type { Span } from '../../text/span';
import { isInStatic } from '../scope/constructors';
import type { Guards } from '../scope/guard';
import type { FindInitializer } from '../scope/scope';
import { effectCall, lowerIndirectCall } from './indirectCalls';
import { joinedPath } from './joinedPath';
import { lowerName } from './lowerName';
import { isKey, lowerObject, readOf } from './lowerObject';
import { asFallback, lowerBinary, lowerUnary } from './lowerOperator';
import { ownMember } from './ownMembers';
import { shapeOfAnswer, shapeOfMade } from './shapes';
import type { CallTerm, ElementTerm, Term } from './term';

/** What lowering asks of the file that the expression stands in. */
export interface LoweringContext {
  readonly tree: SourceFile;
  /** The declaration that a name means, or `undefined` for a global. */
  findBinding(name: string, at: Node): number | undefined;
  findInitializer: FindInitializer;
  /** Whether code of the file writes to a member of that name, of the object of that name or of `this`. */
  isWritten(object: string, key: string): boolean;
  /** Which of its code tests of the environment guard. */
  readonly guards: Guards;
  /** Ids under which functions and classes are looked up later. */
  functionId(node: Node): number;
  classId(node: Node): number;
  /** The id of the function whose body holds a node. */
  enclosingFunction(node: Node): number;
  enclosingClass(node: Node): number | undefined;
  /** The term of an expression; the same expression always has the same term. */
  lower(node: Node): Term;
}

/** Says what an expression means, one node and its operands at a time; bodies of functions are left for later. */
export function lowerExpression(expression: Node, context: LoweringContext): Term {
  const node = withoutWrappers(expression);
  const span = spanOf(node, context.tree);
  const { lower } = context;
  const awaited =
    isYieldExpression(node) && node.expression !== undefined ? withoutWrappers(node.expression) : undefined;
  if (awaited !== undefined && isCallExpression(awaited) && effectCall(awaited) !== undefined) return lower(awaited);
  if (isIdentifier(node)) return lowerName(node.text, node, span, context);
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node))
    return { kind: 'literal', value: node.text, span };
  if (isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text.replaceAll('_', '')), span };
  if (isPropertyAccessExpression(node)) {
    const keySpan = spanOf(node.name, context.tree);
    return { kind: 'member', object: lower(node.expression), key: node.name.text, span, keySpan };
  }
  if (isElementAccessExpression(node)) {
    const key = lower(node.argumentExpression);
    const keySpan = spanOf(node.argumentExpression, context.tree);
    return { kind: 'member', object: lower(node.expression), key: isKey(key) ? String(key.value) : key, span, keySpan };
  }
  if (isCallExpression(node)) return lowerCall(node, span, context);
  if (isNewExpression(node)) return callTerm(node, true, span, context);
  if (isObjectLiteralExpression(node)) return lowerObject(node, span, context);
  if (isArrayLiteralExpression(node))
    return { kind: 'array', elements: node.elements.map((e) => lowerElement(e, context)), span };
  if (isTemplateExpression(node)) {
    const parts: (string | Term)[] = [node.head.text];
    for (const { expression: hole, literal } of node.templateSpans) parts.push(lower(hole), literal.text);
    return { kind: 'template', parts: parts.filter((part) => part !== ''), span };
  }
  if (isConditionalExpression(node)) {
    const fallback = asFallback(node, span, context);
    if (fallback !== undefined) return fallback;
    return {
      kind: 'choice',
      condition: lower(node.condition),
      then: lower(node.whenTrue),
      else: lower(node.whenFalse),
      guarded: context.guards.isEnvironmentTest(node.condition),
      span,
    };
  }
  if (isBinaryExpression(node)) return lowerBinary(node, span, context);
  if (isPrefixUnaryExpression(node)) return lowerUnary(node.operator, lower(node.operand), span);
  if (isFunctionLike(node)) return { kind: 'function', id: context.functionId(node), span };
  if (isClassLike(node)) return { kind: 'class', id: context.classId(node), span };
  switch (node.kind) {
    case SyntaxKind.TrueKeyword:
      return { kind: 'literal', value: true, span };
    case SyntaxKind.FalseKeyword:
      return { kind: 'literal', value: false, span };
    case SyntaxKind.NullKeyword:
      return { kind: 'literal', value: null, span };
    case SyntaxKind.VoidExpression:
      return { kind: 'undefined', span };
    case SyntaxKind.ThisKeyword:
      return lowerThis(node, span, context);
    case SyntaxKind.SuperKeyword:
      return { kind: 'super', classId: context.enclosingClass(node), span };
  }
  if (isMetaProperty(node)) return { kind: 'global', name: 'import.meta', span };
  if (isRegularExpressionLiteral(node)) return { kind: 'unknown', span };
  return { kind: 'unknown', span };
}

function lowerThis(node: Node, span: Span, context: LoweringContext): Term {
  const classId = context.enclosingClass(node);
  if (classId !== undefined) return { kind: 'this', classId, ...(isInStatic(node) && { isStatic: true }), span };
  // `function (this: FastifyReply) { … }` says what it is.
  if (context.findBinding('this', node) !== undefined) return lowerName('this', node, span, context);
  const own = ownMember(node, context.isWritten);
  if (own === undefined) return { kind: 'this', classId, span };
  const lowered = context.lower(own.node);
  const value = own.node.kind === SyntaxKind.GetAccessor ? readOf(lowered) : lowered;
  return { kind: 'this', classId, member: { key: own.key, value }, span };
}

function lowerCall(node: CallExpression, span: Span, context: LoweringContext): Term {
  const { expression: callee } = node;
  const isRequire =
    isIdentifier(callee) && callee.text === 'require' && context.findBinding('require', node) === undefined;
  const [specifier] = node.arguments;
  if ((isRequire || callee.kind === SyntaxKind.ImportKeyword) && specifier !== undefined) {
    const text = isStringLiteral(specifier) ? specifier.text : joinedPath(specifier);
    if (text !== undefined) return { kind: 'module', specifier: text, span };
  }
  return lowerIndirectCall(node, span, context) ?? callTerm(node, false, span, context);
}

function callTerm(
  node: CallExpression | NewExpression,
  isNew: boolean,
  span: Span,
  context: LoweringContext,
): CallTerm {
  const { arguments: list } = node;
  const answer = isNew ? shapeOfMade(node, context) : shapeOfAnswer(node, context);
  const isClosed = list === undefined || (node.end > list.end && context.tree.text[node.end - 1] === ')');
  return {
    kind: 'call',
    callee: context.lower(node.expression),
    arguments: (list ?? []).map((argument) => lowerElement(argument, context)),
    isNew,
    argumentsSpan: list === undefined ? undefined : { start: list.pos, end: isClosed ? node.end - 1 : list.end },
    isClosed,
    ...(answer === undefined ? {} : { answer }),
    span,
  };
}

export function lowerElement(node: Node, context: LoweringContext): ElementTerm {
  const span = spanOf(node, context.tree);
  if (isSpreadElement(node)) return { value: context.lower(node.expression), span, spread: true };
  return { value: context.lower(node), span, spread: false };
}
