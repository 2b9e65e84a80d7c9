import { forEachChild, type Node, type SourceFile } from 'typescript';
import type { Span } from '../text/span';

/**
 * The first node that passes a test, of a node and all below it in source order. Iterative: long `a + b + …` chains are deeper
 * than the stack.
 */
export function findNode(root: Node, test: (node: Node) => boolean): Node | undefined {
  const stack: Node[] = [root];
  const children: Node[] = [];
  const collect = (child: Node): void => {
    children.push(child);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (test(node)) return node;
    forEachChild(node, collect);
    while (children.length > 0) stack.push(children.pop() as Node);
  }
  return undefined;
}

/** Visits a node and all below it in source order. */
export function walk(root: Node, visit: (node: Node) => void): void {
  findNode(root, (node) => {
    visit(node);
    return false;
  });
}

/** Whether a node is another one, or lies in it. */
export function isWithin(inner: Node, outer: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/**
 * What ends the last statement of an embedded script. The parser counts it to the statement, but a tag stands there: the
 * vertical tab, which nobody types, tells it from a semicolon of the file.
 */
export const SEPARATOR = '\v;';

/** Where a node stands, without the white space and comments before it, nor a separator behind it. */
export function spanOf(node: Node, tree: SourceFile): Span {
  const start = node.getStart(tree);
  const { end } = node;
  if (!tree.text.startsWith(SEPARATOR, end - SEPARATOR.length)) return { start, end };
  return { start, end: start + tree.text.slice(start, end - SEPARATOR.length).trimEnd().length };
}
