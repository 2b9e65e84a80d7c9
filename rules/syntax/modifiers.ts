import type { Node, SyntaxKind } from 'typescript';

/** Whether a declaration has a modifier: `export`, `default`, `declare`. */
export function hasModifier(node: Node, kind: SyntaxKind): boolean {
  const { modifiers } = node as Node & { modifiers?: readonly Node[] };
  return modifiers?.some((modifier) => modifier.kind === kind) === true;
}
