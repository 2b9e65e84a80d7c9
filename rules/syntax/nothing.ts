import { isIdentifier, isStringLiteralLike, type Node, SyntaxKind } from 'typescript';

/** Whether code writes that there is no value: `null` and `undefined`. */
export function isNullish(node: Node): boolean {
  return node.kind === SyntaxKind.NullKeyword || (isIdentifier(node) && node.text === 'undefined');
}

/** The same, or an empty text. */
export function isEmpty(node: Node): boolean {
  return isNullish(node) || (isStringLiteralLike(node) && node.text === '');
}
