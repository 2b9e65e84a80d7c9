import {
  type CaseClause,
  isBinaryExpression,
  isBlock,
  isCaseClause,
  isConditionalExpression,
  isFunctionLike,
  isIfStatement,
  isParenthesizedExpression,
  type Node,
  SyntaxKind,
} from '../../syntax';
import type { Term } from '../lower/term';
import { endsControl } from '../scope/endsControl';
import { presenceSubject } from '../scope/guard';

/** What has to be there, or must not be, for code to run. */
export interface Condition {
  readonly term: Term;
  /** Whether it runs when the value is truthy, or when it is not. */
  readonly whenPresent: boolean;
  /** It has to be one of these, whatever is there: `case 'LOGIN':`. */
  readonly equals?: readonly Term[];
}

/** The presences that decide within its function whether a node is reached: `if (token) …`, `if (!token) return; …`. */
export function conditionsOf(node: Node, lower: (node: Node) => Term): readonly Condition[] {
  const found: Condition[] = [];
  const add = (condition: Node, holds: boolean): void => {
    const compared = holds ? comparedIn(condition) : undefined;
    if (compared !== undefined)
      found.push({ term: lower(compared.left), whenPresent: true, equals: [lower(compared.right)] });
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
    else if (isCaseClause(parent) && child !== parent.expression)
      found.push({
        term: lower(parent.parent.parent.expression),
        whenPresent: true,
        equals: labelsOf(parent).map(lower),
      });
    else if (isBlock(parent)) {
      for (const { expression, thenStatement } of exitsBefore(child, parent.statements)) {
        if (endsControl(thenStatement)) add(expression, false);
      }
    }
  }
  return found;
}

/** The labels by which control gets to a clause: its own, and those of clauses before that it falls through. */
function labelsOf(clause: CaseClause): readonly Node[] {
  const { clauses } = clause.parent;
  const labels: Node[] = [clause.expression];
  for (let index = clauses.indexOf(clause) - 1; index >= 0; index--) {
    const before = clauses[index];
    if (before === undefined || !isCaseClause(before) || endsControl(before.statements[before.statements.length - 1]))
      break;
    labels.push(before.expression);
  }
  return labels;
}

/** `a === 'b'`, or the first such test of several that must all hold. */
function comparedIn(condition: Node): { readonly left: Node; readonly right: Node } | undefined {
  if (isParenthesizedExpression(condition)) return comparedIn(condition.expression);
  if (!isBinaryExpression(condition)) return undefined;
  const { operatorToken, left, right } = condition;
  if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) return comparedIn(left) ?? comparedIn(right);
  return operatorToken.kind === SyntaxKind.EqualsEqualsEqualsToken ? { left, right } : undefined;
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
