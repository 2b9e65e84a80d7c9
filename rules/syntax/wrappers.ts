import { type Node, SyntaxKind } from 'typescript';

/** Whether the value of an expression is that of the one it holds: parentheses, `await`, what says something of its type. */
export function isWrapper(node: Node): node is Node & { readonly expression: Node } {
  switch (node.kind) {
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.AwaitExpression:
    case SyntaxKind.AsExpression:
    case SyntaxKind.SatisfiesExpression:
    case SyntaxKind.NonNullExpression:
    case SyntaxKind.TypeAssertionExpression:
      return true;
    default:
      return false;
  }
}

/** The expression that has the value, whatever is wrapped around it. */
export function withoutWrappers(expression: Node): Node {
  let node = expression;
  while (isWrapper(node)) node = node.expression;
  return node;
}
