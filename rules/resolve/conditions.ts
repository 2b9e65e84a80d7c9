import {
  isBinaryExpression,
  isBlock,
  isConditionalExpression,
  isFunctionLike,
  isIfStatement,
  isParenthesizedExpression,
  type Node,
  SyntaxKind,
} from '../syntax';
import { endsControl, presenceSubject } from './guard';
import type { Term } from './term';

/** What has to be there, or must not be, for code to run. */
export interface Condition {
  readonly term: Term;
  /** Whether it runs when the value is truthy, or when it is not. */
  readonly whenPresent: boolean;
}

/** The presences that decide within its function whether a node is reached: `if (token) …`, `if (!token) return; …`. */
export function conditionsOf(node: Node, lower: (node: Node) => Term): readonly Condition[] {
  const found: Condition[] = [];
  const add = (condition: Node, holds: boolean): void => {
    for (const { value, whenPresent } of presences(condition, holds)) found.push({ term: lower(value), whenPresent });
  };
  for (
    let child = node, { parent } = node;
    parent !== undefined && !isFunctionLike(child);
    { parent } = child = parent
  ) {
    if (isIfStatement(parent) && child !== parent.expression) add(parent.expression, child === parent.thenStatement);
    else if (isConditionalExpression(parent) && child !== parent.condition)
      add(parent.condition, child === parent.whenTrue);
    else if (isAnd(parent) && child === parent.right) add(parent.left, true);
    else if (isBlock(parent)) {
      for (const { expression, thenStatement } of exitsBefore(child, parent.statements)) {
        if (endsControl(thenStatement)) add(expression, false);
      }
    }
  }
  return found;
}

type Presence = NonNullable<ReturnType<typeof presenceSubject>>;

/** What a condition says of single values when it holds, or when it does not. */
function presences(condition: Node, holds: boolean): readonly Presence[] {
  if (isParenthesizedExpression(condition)) return presences(condition.expression, holds);
  if (isAnd(condition)) return holds ? [...presences(condition.left, true), ...presences(condition.right, true)] : [];
  const subject = presenceSubject(condition);
  if (subject === undefined) return [];
  return [{ value: subject.value, whenPresent: subject.whenPresent === holds }];
}

function isAnd(node: Node): node is Node & { readonly left: Node; readonly right: Node } {
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
}

interface Exit {
  readonly expression: Node;
  readonly thenStatement: Node;
}

function exitsBefore(statement: Node, statements: readonly Node[]): readonly Exit[] {
  return statements.flatMap((one) =>
    one.pos < statement.pos && isIfStatement(one) && one.elseStatement === undefined ? [one] : [],
  );
}
