import { type ConditionalExpression, isBinaryExpression, type Node, SyntaxKind, withoutWrappers } from '../../syntax';
import type { Span } from '../../text/span';
import { presenceSubject } from '../scope/presence';
import type { LoweringContext } from './lower';
import type { Term } from './term';

/** An operator between two operands. */
export function lowerBinary(node: Node, span: Span, context: LoweringContext): Term {
  if (!isBinaryExpression(node)) return { kind: 'unknown', span };
  const { lower } = context;
  switch (node.operatorToken.kind) {
    case SyntaxKind.PlusToken:
      return { kind: 'sum', operands: operandsOfSum(node).map(lower), span };
    case SyntaxKind.PlusEqualsToken:
      return { kind: 'sum', operands: [lower(node.left), lower(node.right)], span };
    case SyntaxKind.BarBarToken:
    case SyntaxKind.BarBarEqualsToken:
      return {
        kind: 'logical',
        operator: '||',
        left: lower(node.left),
        right: lower(node.right),
        guarded: false,
        span,
      };
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.QuestionQuestionEqualsToken:
      return {
        kind: 'logical',
        operator: '??',
        left: lower(node.left),
        right: lower(node.right),
        guarded: false,
        span,
      };
    case SyntaxKind.AmpersandAmpersandToken: {
      const guarded = context.guards.isEnvironmentTest(node.left);
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
export function asFallback(node: ConditionalExpression, span: Span, context: LoweringContext): Term | undefined {
  const subject = presenceSubject(node.condition);
  if (subject === undefined) return undefined;
  const [present, absent] = subject.whenPresent ? [node.whenTrue, node.whenFalse] : [node.whenFalse, node.whenTrue];
  if (withoutWrappers(present).getText(context.tree) !== subject.value.getText(context.tree)) return undefined;
  const left = context.lower(present);
  return { kind: 'logical', operator: '||', left, right: context.lower(absent), guarded: false, span };
}

/** An operator before its operand. */
export function lowerUnary(operator: SyntaxKind, operand: Term, span: Span): Term {
  if (operator === SyntaxKind.MinusToken && operand.kind === 'literal' && typeof operand.value === 'number') {
    return { kind: 'literal', value: -operand.value, span };
  }
  if (operator === SyntaxKind.ExclamationToken) return { kind: 'unary', operator: '!', operand, span };
  if (operator === SyntaxKind.PlusToken) return { kind: 'unary', operator: '+', operand, span };
  if (operator === SyntaxKind.TildeToken) return { kind: 'unary', operator: '~', operand, span };
  return { kind: 'unknown', span };
}
