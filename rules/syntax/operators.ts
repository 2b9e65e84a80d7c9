import { SyntaxKind } from 'typescript';

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
