import { forEachChild, type Node, type SourceFile } from 'typescript';

/** The innermost node that holds the character at an offset. Iterative, as walks are. */
export function nodeAt(tree: SourceFile, offset: number): Node {
  const holds = (child: Node): Node | undefined => (child.pos <= offset && offset < child.end ? child : undefined);
  let node: Node = tree;
  for (let next: Node | undefined = tree; next !== undefined; next = forEachChild(node, holds)) node = next;
  return node;
}
