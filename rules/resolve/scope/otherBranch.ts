import {
  isConditionalExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isWithin,
  type Node,
  walk,
} from '../../syntax';
import type { FileScope } from './scope';

/** The condition that chooses between a place and a call, which stand in its two branches: what runs the one skips the other. */
export function choiceBetween(place: Node, call: Node): Node | undefined {
  for (let child = call, at = call.parent; at !== undefined && !isFunctionLike(at); child = at, at = at.parent) {
    const branches = branchesOf(at);
    if (branches === undefined) continue;
    const { condition, whenTrue, whenFalse } = branches;
    const other = child === whenTrue ? whenFalse : child === whenFalse ? whenTrue : undefined;
    if (other !== undefined && isWithin(place, other)) return condition;
  }
  return undefined;
}

/**
 * Whether what a call is given chooses between it and a place: whoever sends a token of the other kind has it go round what
 * is done there.
 */
export function isGoneRound(place: Node, call: Node, given: readonly Node[], scope: FileScope): boolean {
  const condition = choiceBetween(place, call);
  return condition !== undefined && given.some((one) => isTold(condition, one, scope));
}

interface Branches {
  readonly condition: Node;
  readonly whenTrue: Node;
  readonly whenFalse: Node | undefined;
}

function branchesOf(node: Node): Branches | undefined {
  if (isIfStatement(node))
    return { condition: node.expression, whenTrue: node.thenStatement, whenFalse: node.elseStatement };
  if (isConditionalExpression(node))
    return { condition: node.condition, whenTrue: node.whenTrue, whenFalse: node.whenFalse };
  return undefined;
}

/** Whether a condition asks a name that is given, itself or by the constant that the question was put into. */
function isTold(condition: Node, given: Node, scope: FileScope): boolean {
  const asked = isIdentifier(given) ? scope.find(given.text, given) : undefined;
  if (asked === undefined) return false;
  return declarationsIn(condition, scope).some((id) => {
    if (id === asked) return true;
    const { initializer } = (scope.declarations[id]?.node.parent ?? {}) as { initializer?: Node };
    return initializer !== undefined && declarationsIn(initializer, scope).includes(asked);
  });
}

function declarationsIn(node: Node, scope: FileScope): readonly number[] {
  const found: number[] = [];
  walk(node, (one) => {
    const id = isIdentifier(one) ? scope.find(one.text, one) : undefined;
    if (id !== undefined) found.push(id);
  });
  return found;
}
