import {
  isCallExpression,
  isFunctionLike,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';

/** Code that runs once for each element of a list: the body of a loop, or the function that a method of the list gets. */
export interface Iteration {
  /** The loop or the function. */
  readonly body: Node;
  readonly list: Node;
}

/** Methods of lists that call their first argument with each element. */
export const ITERATING = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'some', 'every']);

/** The iterations around a node, outermost first. */
export function iterationsAround(node: Node): readonly Iteration[] {
  const found: Iteration[] = [];
  for (let at = node.parent; at !== undefined; at = at.parent) {
    const list = at.kind === SyntaxKind.ForOfStatement ? (at as Node & { expression: Node }).expression : listOf(at);
    if (list !== undefined) found.unshift({ body: at, list });
  }
  return found;
}

/** The list whose method a function is handed to. */
function listOf(node: Node): Node | undefined {
  const { parent } = node;
  if (!isFunctionLike(node) || !isCallExpression(parent) || parent.arguments[0] !== node) return undefined;
  const callee = withoutWrappers(parent.expression);
  return isPropertyAccessExpression(callee) && ITERATING.has(callee.name.text) ? callee.expression : undefined;
}
