import {
  type BinaryExpression,
  isBinaryExpression,
  isEquality,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
} from '../../syntax';

/** What nobody has to guess: most comparisons are with one of these. */
const PLAIN: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.ThisKeyword,
  SyntaxKind.VoidExpression,
  SyntaxKind.TypeOfExpression,
  SyntaxKind.PrefixUnaryExpression,
]);

/** `a === b`, and its like, of two values that are not plainly literals, types or lengths. */
export function isComparison(node: Node): node is BinaryExpression {
  if (!isBinaryExpression(node) || !isEquality(node.operatorToken.kind)) return false;
  return !isPlain(node.left) && !isPlain(node.right);
}

/** Whether two values are tested for being different. */
export function isNegated({ operatorToken: { kind } }: BinaryExpression): boolean {
  return kind === SyntaxKind.ExclamationEqualsToken || kind === SyntaxKind.ExclamationEqualsEqualsToken;
}

function isPlain(side: Node): boolean {
  if (PLAIN.has(side.kind)) return true;
  if (isIdentifier(side)) return side.text === 'undefined';
  return isPropertyAccessExpression(side) && side.name.text === 'length';
}
