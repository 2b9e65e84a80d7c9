import {
  type CallExpression,
  type ConditionalExpression,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isClassLike,
  isComputedPropertyName,
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
  isPropertyAssignment,
  isRegularExpressionLiteral,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isSpreadElement,
  isStringLiteral,
  isTemplateExpression,
  type NewExpression,
  type Node,
  type ObjectLiteralExpression,
  type PropertyName,
  type SourceFile,
  SyntaxKind,
  spanOf,
  withoutWrappers,
} from '../syntax';
import type { Span } from '../text/span';
import { type FindInitializer, isEnvironmentTest, presenceSubject } from './guard';
import { lowerIndirectCall } from './indirectCalls';
import { ownMethod } from './ownMethods';
import { shapeOfAnswer } from './shapes';
import type { CallTerm, ElementTerm, MemberEntry, ObjectTerm, Term } from './term';

/** What lowering asks of the file that the expression stands in. */
export interface LoweringContext {
  readonly tree: SourceFile;
  /** The declaration that a name means, or `undefined` for a global. */
  findBinding(name: string, at: Node): number | undefined;
  findInitializer: FindInitializer;
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
      guarded: isEnvironmentTest(node.condition, context.findInitializer),
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
  const own = classId === undefined ? ownMethod(node) : undefined;
  if (own === undefined) return { kind: 'this', classId, span };
  return { kind: 'this', classId, method: { key: own.key, id: context.functionId(own.node) }, span };
}

function lowerName(name: string, node: Node, span: Span, context: LoweringContext): Term {
  const binding = context.findBinding(name, node);
  if (binding !== undefined)
    return { kind: 'reference', binding, name, function: context.enclosingFunction(node), span };
  if (name === 'undefined') return { kind: 'undefined', span };
  const store = name.startsWith('$') ? context.findBinding(name.slice(1), node) : undefined;
  // What a store of Svelte holds: `$token`.
  if (store !== undefined && name.length > 1) {
    const object: Term = {
      kind: 'reference',
      binding: store,
      name: name.slice(1),
      function: context.enclosingFunction(node),
      span,
    };
    return { kind: 'member', object, key: 'value', span, keySpan: span };
  }
  // An expression that is not typed yet is an identifier without a name.
  if (name === '') return { kind: 'unknown', span };
  return { kind: 'global', name, span };
}

function lowerCall(node: CallExpression, span: Span, context: LoweringContext): Term {
  const { expression: callee } = node;
  const isRequire =
    isIdentifier(callee) && callee.text === 'require' && context.findBinding('require', node) === undefined;
  const [specifier] = node.arguments;
  if (
    (isRequire || callee.kind === SyntaxKind.ImportKeyword) &&
    specifier !== undefined &&
    isStringLiteral(specifier)
  ) {
    return { kind: 'module', specifier: specifier.text, span };
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
  const answer = isNew ? undefined : shapeOfAnswer(node, context);
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

function lowerObject(node: ObjectLiteralExpression, span: Span, context: LoweringContext): ObjectTerm {
  const members: MemberEntry[] = [];
  for (const property of node.properties) {
    const entry = spanOf(property, context.tree);
    if (isSpreadAssignment(property)) {
      members.push({ kind: 'spread', value: context.lower(property.expression), span: entry });
    } else if (isPropertyAssignment(property)) {
      const value = context.lower(property.initializer);
      members.push({ kind: 'property', key: lowerKey(property.name, context), value, span: entry, shorthand: false });
    } else if (isShorthandPropertyAssignment(property)) {
      const value = lowerName(property.name.text, property, entry, context);
      members.push({ kind: 'property', key: property.name.text, value, span: entry, shorthand: true });
    } else {
      const value = lowerMethod(property, entry, context);
      members.push({ kind: 'property', key: lowerKey(property.name, context), value, span: entry, shorthand: true });
    }
  }
  return { kind: 'object', members, layout: layoutOf(node, context.tree), span };
}

/** A method is a function, a getter what calling it gives; what a setter is asked for is not known. */
function lowerMethod(node: Node, span: Span, context: LoweringContext): Term {
  if (node.kind === SyntaxKind.SetAccessor) return { kind: 'unknown', span };
  const method: Term = { kind: 'function', id: context.functionId(node), span };
  return node.kind === SyntaxKind.GetAccessor ? readOf(method) : method;
}

/** What reading a getter gives. */
export function readOf(getter: Term): CallTerm {
  const { span } = getter;
  return { kind: 'call', callee: getter, arguments: [], isNew: false, argumentsSpan: undefined, isClosed: true, span };
}

function layoutOf(node: ObjectLiteralExpression, tree: SourceFile): ObjectTerm['layout'] {
  const { properties } = node;
  const [first] = properties;
  const open = node.getStart(tree) + 1;
  const trailingComma = properties.hasTrailingComma === true;
  const isClosed = node.end > properties.end && tree.text[node.end - 1] === '}';
  if (first === undefined)
    return { end: open, trailingComma: false, isClosed, commentEnd: undefined, lineBreak: undefined };
  const before = /(\r?\n[ \t]*)$/.exec(tree.text.slice(open, first.getStart(tree)));
  const { end } = properties;
  const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*(?=[\r\n]))/.exec(tree.text.slice(end, end + 500));
  const commentEnd = comment === null ? undefined : end + comment[0].length;
  return { end, trailingComma, isClosed, commentEnd, lineBreak: before?.[1] };
}

/** A property's key, or the term that computes it. */
export function lowerKey(name: PropertyName, context: LoweringContext): string | Term {
  if (!isComputedPropertyName(name)) return name.text;
  const key = context.lower(name.expression);
  return isKey(key) ? String(key.value) : key;
}

function isKey(term: Term): term is Term & { kind: 'literal'; value: string | number } {
  return term.kind === 'literal' && (typeof term.value === 'string' || typeof term.value === 'number');
}

function lowerBinary(node: Node, span: Span, context: LoweringContext): Term {
  if (!isBinaryExpression(node)) return { kind: 'unknown', span };
  const { lower } = context;
  switch (node.operatorToken.kind) {
    case SyntaxKind.PlusToken:
      return { kind: 'sum', operands: operandsOfSum(node).map(lower), span };
    case SyntaxKind.BarBarToken:
      return {
        kind: 'logical',
        operator: '||',
        left: lower(node.left),
        right: lower(node.right),
        guarded: false,
        span,
      };
    case SyntaxKind.QuestionQuestionToken:
      return {
        kind: 'logical',
        operator: '??',
        left: lower(node.left),
        right: lower(node.right),
        guarded: false,
        span,
      };
    case SyntaxKind.AmpersandAmpersandToken: {
      const guarded = isEnvironmentTest(node.left, context.findInitializer);
      return { kind: 'logical', operator: '&&', left: lower(node.left), right: lower(node.right), guarded, span };
    }
    case SyntaxKind.EqualsToken:
    case SyntaxKind.CommaToken:
      return lower(node.right);
    default:
      return {
        kind: 'binary',
        operator: node.operatorToken.getText(context.tree),
        left: lower(node.left),
        right: lower(node.right),
        span,
      };
  }
}

function operandsOfSum(node: Node): readonly Node[] {
  const operands: Node[] = [];
  let left = node;
  while (isBinaryExpression(left) && left.operatorToken.kind === SyntaxKind.PlusToken) {
    operands.push(left.right);
    left = left.left;
  }
  return [...operands, left].reverse();
}

/** `x ? x : y` is `x || y`, and `x === undefined ? y : x` is `x ?? y`. */
function asFallback(node: ConditionalExpression, span: Span, context: LoweringContext): Term | undefined {
  const subject = presenceSubject(node.condition);
  if (subject === undefined) return undefined;
  const [present, absent] = subject.whenPresent ? [node.whenTrue, node.whenFalse] : [node.whenFalse, node.whenTrue];
  if (withoutWrappers(present).getText(context.tree) !== subject.value.getText(context.tree)) return undefined;
  const left = context.lower(present);
  return { kind: 'logical', operator: '||', left, right: context.lower(absent), guarded: false, span };
}

function lowerUnary(operator: SyntaxKind, operand: Term, span: Span): Term {
  if (operator === SyntaxKind.MinusToken && operand.kind === 'literal' && typeof operand.value === 'number') {
    return { kind: 'literal', value: -operand.value, span };
  }
  if (operator === SyntaxKind.ExclamationToken) return { kind: 'unary', operator: '!', operand, span };
  if (operator === SyntaxKind.PlusToken) return { kind: 'unary', operator: '+', operand, span };
  if (operator === SyntaxKind.TildeToken) return { kind: 'unary', operator: '~', operand, span };
  return { kind: 'unknown', span };
}
