import {
  isBindingElement,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  type Node,
  nodesOf,
  type SourceFile,
  SyntaxKind,
} from '../../syntax';
import { once } from './numbered';
import type { FileScope } from './scope';

/** Where the names of a file are used. */
export interface References {
  /** The uses of a declared name, its declaration and assignments to it left out. */
  to(declaration: number): readonly Node[];
  /** The uses of a name that the file does not declare. */
  globals(name: string): readonly Node[];
}

/** Made of one walk over the file, when it is first asked. */
export function createReferences(tree: SourceFile, scope: FileScope): References {
  let byName: ReadonlyMap<string, readonly Node[]> | undefined;
  const named = (name: string): readonly Node[] => {
    byName ??= collectUses(tree);
    return byName.get(name) ?? [];
  };
  return {
    to(declaration) {
      const name = scope.declarations[declaration]?.name ?? '';
      return named(name).filter((node) => scope.find(name, node) === declaration);
    },
    globals: (name) => named(name).filter((node) => scope.find(name, node) === undefined),
  };
}

function collectUses(tree: SourceFile): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const node of nodesOf(tree, SyntaxKind.Identifier)) {
    if (isUse(node)) once(found, node.text, () => []).push(node);
  }
  return found;
}

function isUse(node: Node): boolean {
  const { parent } = node;
  if (isPropertyAccessExpression(parent)) return parent.expression === node;
  if (isPropertyAssignment(parent)) return parent.initializer === node;
  if (isShorthandPropertyAssignment(parent)) return true;
  if (isBindingElement(parent)) return parent.initializer === node;
  const { left, operatorToken, name, initializer } = parent as Node & {
    left?: Node;
    operatorToken?: Node;
    name?: Node;
    initializer?: Node;
  };
  if (operatorToken?.kind === SyntaxKind.EqualsToken && left === node) return false;
  return name !== node || initializer === node;
}
