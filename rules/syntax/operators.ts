import { type BinaryExpression, isBinaryExpression, type Node, SyntaxKind } from 'typescript';

/** `==` and `===`. */
export function isEqual(operator: SyntaxKind): boolean {
  return operator === SyntaxKind.EqualsEqualsToken || operator === SyntaxKind.EqualsEqualsEqualsToken;
}

/** `==`, `===`, `!=` and `!==`. */
export function isEquality(operator: SyntaxKind): boolean {
  return (
    isEqual(operator) ||
    operator === SyntaxKind.ExclamationEqualsToken ||
    operator === SyntaxKind.ExclamationEqualsEqualsToken
  );
}

/** `target += value`. */
export function isAdding(node: Node): node is BinaryExpression {
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusEqualsToken;
}
