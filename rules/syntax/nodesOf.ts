import type { Node, SourceFile, SyntaxKind } from 'typescript';
import { walk } from './walk';

const known = new WeakMap<SourceFile, ReadonlyMap<SyntaxKind, readonly Node[]>>();

/** The nodes of one kind in a tree, in source order. All kinds are sorted in one walk, when the first is asked for. */
export function nodesOf(tree: SourceFile, kind: SyntaxKind): readonly Node[] {
  const byKind = known.get(tree) ?? sortByKind(tree);
  known.set(tree, byKind);
  return byKind.get(kind) ?? [];
}

function sortByKind(tree: SourceFile): ReadonlyMap<SyntaxKind, readonly Node[]> {
  const byKind = new Map<SyntaxKind, Node[]>();
  walk(tree, (node) => {
    const alike = byKind.get(node.kind);
    if (alike === undefined) byKind.set(node.kind, [node]);
    else alike.push(node);
  });
  return byKind;
}
