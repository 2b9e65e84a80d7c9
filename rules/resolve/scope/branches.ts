import { isIfStatement, type Node, SyntaxKind } from '../../syntax';

/** Whether two places stand in branches of one `switch` or `if` of which only one runs. */
export function areInOtherBranches(one: Node, other: Node): boolean {
  const around = new Set<Node>();
  for (let node: Node | undefined = one; node !== undefined; node = node.parent) around.add(node);
  let inner = other;
  let common: Node = other;
  while (!around.has(common)) {
    inner = common;
    common = common.parent;
  }
  if (common.kind === SyntaxKind.CaseBlock) return true;
  if (!isIfStatement(common) || around.has(common.expression)) return false;
  return inner === common.elseStatement || (inner === common.thenStatement && common.elseStatement !== undefined);
}
