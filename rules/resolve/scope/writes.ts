import { WRITERS, WRITING_BY_NAME, WRITING_FUNCTIONS } from '../../signs/writingCalls';
import {
  type CallExpression,
  type Expression,
  isArrayLiteralExpression,
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isDeleteExpression,
  isElementAccessExpression,
  isIdentifier,
  isNonNullExpression,
  isNumericLiteral,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isStringLiteralLike,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet } from '../../text/words';

/** A place that writes to a name, or to a property below it. */
export interface WriteTarget {
  readonly name: string;
  /** The identifier itself, to tell which declaration it means. */
  readonly identifier: Node;
  readonly path: readonly (string | undefined)[];
  readonly kind: 'assign' | 'spread' | 'delete';
  /** What is written, when the syntax shows it. */
  readonly value: Node | undefined;
  /** The whole expression that writes. */
  readonly node: Node;
}

/** `x ||= y` and `x ??= y` write y where x has nothing. */
export const FALLBACK_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Those of which the right side, with the left one at most, says what is written. */
const KNOWN_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsToken,
  SyntaxKind.PlusEqualsToken,
  ...FALLBACK_ASSIGNMENTS,
]);

/** Methods that change the array or date they are called on. */
const MUTATING_METHODS = wordSet(
  'push unshift splice pop shift fill reverse sort setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime ' +
    'setUTCDate setUTCFullYear setUTCHours setUTCMinutes setUTCMonth setUTCSeconds',
);

/** Methods by which a store or a subject gets another value: `token.set(value)`, `subject.next(value)`. */
const STATE_METHODS = new Set(['set', 'next']);

/** Reports what one node writes to; most nodes write nothing. */
export function findWriteTargets(node: Node, report: (target: WriteTarget) => void): void {
  switch (node.kind) {
    case SyntaxKind.BinaryExpression: {
      if (!isBinaryExpression(node)) return;
      const operator = node.operatorToken.kind;
      if (operator < SyntaxKind.FirstAssignment || operator > SyntaxKind.LastAssignment) return;
      reportTarget(node.left, KNOWN_ASSIGNMENTS.has(operator) ? node.right : undefined, 'assign', node, report);
      return;
    }
    case SyntaxKind.PostfixUnaryExpression:
    case SyntaxKind.PrefixUnaryExpression: {
      const { operand, operator } = node as Node & { operand: Expression; operator: SyntaxKind };
      if (operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken) {
        reportTarget(operand, undefined, 'assign', node, report);
      }
      return;
    }
    case SyntaxKind.DeleteExpression:
      if (isDeleteExpression(node)) reportTarget(node.expression, undefined, 'delete', node, report);
      return;
    case SyntaxKind.ForOfStatement:
    case SyntaxKind.ForInStatement: {
      const { initializer } = node as Node & { initializer: Node };
      if (initializer.kind !== SyntaxKind.VariableDeclarationList)
        reportTarget(initializer, undefined, 'assign', node, report);
      return;
    }
    case SyntaxKind.CallExpression:
      reportCall(node, report);
  }
}

/** The call of a setter of a date gives the time that the date has then. */
function dateSet(call: Node & { readonly expression: Node }): Node | undefined {
  const { name } = call.expression as Node & { name?: Node & { text?: string } };
  return name?.text !== undefined && /^(?:set|add$|subtract$)/.test(name.text) ? call : undefined;
}

/** `date.add(7, 'days');` of a library whose dates change. */
function isShift({ arguments: [, unit], parent }: CallExpression, name: string): boolean {
  if (name !== 'add' && name !== 'subtract') return false;
  return unit !== undefined && isStringLiteralLike(unit) && parent.kind === SyntaxKind.ExpressionStatement;
}

function reportCall(node: Node, report: (target: WriteTarget) => void): void {
  if (!isCallExpression(node)) return;
  if (isIdentifier(node.expression)) reportNamedCall(node, node.expression.text, report);
  if (!isPropertyAccessExpression(node.expression)) return;
  const { expression: receiver, name } = node.expression;
  if (MUTATING_METHODS.has(name.text) || isShift(node, name.text)) {
    const target = targetOf(receiver);
    if (target !== undefined)
      report({ ...target, path: [...target.path, undefined], kind: 'assign', value: dateSet(node), node });
    return;
  }
  const [object, ...sources] = node.arguments;
  if (object === undefined) return;
  if (receiver.kind === SyntaxKind.ThisKeyword && name.text === 'setState') {
    // What it is given is all that is known of the state; a function that makes it of the old one is not followed.
    const value = isObjectLiteralExpression(object) ? object : undefined;
    return report({ name: 'this', identifier: receiver, path: ['state'], kind: 'spread', value, node });
  }
  if (!isIdentifier(receiver)) return;
  if (STATE_METHODS.has(name.text) && sources.length === 0) {
    report({ name: receiver.text, identifier: receiver, path: ['value'], kind: 'assign', value: object, node });
    return;
  }
  if (!WRITERS.has(receiver.text) || !WRITING_FUNCTIONS.has(name.text)) return;
  const target = targetOf(object);
  if (target === undefined) return;
  if (receiver.text === 'Object' && name.text === 'assign') {
    for (const value of sources) report({ ...target, kind: 'spread', value, node });
  } else if (WRITING_BY_NAME.has(name.text)) {
    report({ ...target, kind: 'spread', value: undefined, node });
  } else {
    report({ ...target, path: [...target.path, undefined], kind: 'assign', value: undefined, node });
  }
}

/** `merge(config, overrides);`: what is brought in goes deep, and counts as not known. */
function reportNamedCall(node: CallExpression, name: string, report: (target: WriteTarget) => void): void {
  const [object, ...sources] = node.arguments;
  if (!WRITING_BY_NAME.has(name) || object === undefined || sources.length === 0) return;
  const target = targetOf(object);
  if (target !== undefined) report({ ...target, kind: 'spread', value: undefined, node });
}

function reportTarget(
  left: Node,
  value: Node | undefined,
  kind: WriteTarget['kind'],
  node: Node,
  report: (target: WriteTarget) => void,
): void {
  if (isObjectLiteralExpression(left)) {
    for (const property of left.properties) {
      if (isPropertyAssignment(property)) reportTarget(property.initializer, undefined, kind, node, report);
      else if (isShorthandPropertyAssignment(property)) reportTarget(property.name, undefined, kind, node, report);
      else if (isSpreadAssignment(property)) reportTarget(property.expression, undefined, kind, node, report);
    }
    return;
  }
  if (isArrayLiteralExpression(left)) {
    for (const element of left.elements) reportTarget(element, undefined, kind, node, report);
    return;
  }
  const target = targetOf(left);
  if (target !== undefined) report({ ...target, kind, value, node });
}

/** The name and property path that an expression such as `options.cookie['secure']` starts from. */
function targetOf(expression: Node): Pick<WriteTarget, 'name' | 'identifier' | 'path'> | undefined {
  const path: (string | undefined)[] = [];
  let node = expression;
  for (;;) {
    if (isIdentifier(node)) return { name: node.text, identifier: node, path: path.reverse() };
    if (node.kind === SyntaxKind.ThisKeyword) return { name: 'this', identifier: node, path: path.reverse() };
    if (isPropertyAccessExpression(node)) {
      path.push(node.name.text);
      node = node.expression;
    } else if (isElementAccessExpression(node)) {
      const { argumentExpression: key } = node;
      path.push(isStringLiteralLike(key) || isNumericLiteral(key) ? key.text : undefined);
      node = node.expression;
    } else if (isNonNullExpression(node) || isParenthesizedExpression(node) || isAsExpression(node)) {
      node = node.expression;
    } else {
      return undefined;
    }
  }
}
