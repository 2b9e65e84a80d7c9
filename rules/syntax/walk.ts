import { forEachChild, type Node, type SourceFile } from 'typescript';
import type { Span } from '../text/span';

/** Visits a node and all below it in source order. Iterative: long `a + b + …` chains are deeper than the stack. */
export function walk(root: Node, visit: (node: Node) => void): void {
  const stack: Node[] = [root];
  const children: Node[] = [];
  const collect = (child: Node): void => {
    children.push(child);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node);
    forEachChild(node, collect);
    while (children.length > 0) stack.push(children.pop() as Node);
  }
}

/** Where a node stands, without the white space and comments before it. */
export function spanOf(node: Node, tree: SourceFile): Span {
  return { start: node.getStart(tree), end: node.end };
}
