import type {
  BindingElement,
  CallExpression,
  ElementAccessExpression,
  Identifier,
  Node,
  PropertyAccessExpression,
  SourceFile,
  SpreadElement,
  SyntaxKind,
  VariableDeclaration,
} from 'typescript';
import { walk } from './walk';

/** The kinds that are asked for, and what their nodes are. */
interface NodeOfKind {
  readonly [SyntaxKind.BindingElement]: BindingElement;
  readonly [SyntaxKind.CallExpression]: CallExpression;
  readonly [SyntaxKind.ElementAccessExpression]: ElementAccessExpression;
  readonly [SyntaxKind.Identifier]: Identifier;
  readonly [SyntaxKind.PropertyAccessExpression]: PropertyAccessExpression;
  readonly [SyntaxKind.SpreadElement]: SpreadElement;
  readonly [SyntaxKind.VariableDeclaration]: VariableDeclaration;
}

const known = new WeakMap<SourceFile, ReadonlyMap<SyntaxKind, readonly Node[]>>();

/** The nodes of one kind in a tree, in source order. All kinds are sorted in one walk, when the first is asked for. */
export function nodesOf<K extends keyof NodeOfKind>(tree: SourceFile, kind: K): readonly NodeOfKind[K][] {
  const byKind = known.get(tree) ?? sortByKind(tree);
  known.set(tree, byKind);
  // The one place where a kind tells the type.
  return (byKind.get(kind) ?? []) as readonly Node[] as readonly NodeOfKind[K][];
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
