import {
  isBinaryExpression,
  isFunctionLike,
  isIdentifier,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  spanOf,
} from '../syntax';
import type { LoweringContext } from './lower';
import type { FileScope } from './scope';
import type { Write } from './summary';
import type { Term } from './term';
import { FALLBACK_ASSIGNMENTS, type WriteTarget } from './writes';

/** Whether the function of this file that a call means writes to a property of its parameter `index`. */
export function writesParameter(site: Node, index: number, scope: FileScope): boolean {
  const { expression: callee } = site as Node & { expression?: Node };
  if (callee === undefined || !isIdentifier(callee)) return false;
  const id = scope.find(callee.text, callee);
  const declared = id === undefined ? undefined : scope.declarations[id]?.node;
  const variable = declared?.parent;
  const called =
    declared !== undefined && isFunctionLike(declared)
      ? declared
      : variable !== undefined && isVariableDeclaration(variable)
        ? variable.initializer
        : undefined;
  const parameter = called !== undefined && isFunctionLike(called) ? called.parameters[index] : undefined;
  if (called === undefined || parameter === undefined || !isIdentifier(parameter.name)) return false;
  const { text } = parameter.name;
  const own = scope.find(text, parameter);
  return (scope.writes.get(text) ?? []).some(
    ({ identifier, path, kind }) => (path.length > 0 || kind === 'spread') && scope.find(text, identifier) === own,
  );
}

/** A write of something, somewhere below what a name holds. */
export function unknownWrite(node: Node, context: LoweringContext, isUnderGuard: (node: Node) => boolean): Write {
  const target: WriteTarget = { name: '', identifier: node, path: [undefined], kind: 'assign', value: undefined, node };
  return toWrite(target, () => ({ kind: 'unknown', span: spanOf(node, context.tree) }), context, isUnderGuard);
}

/** What the evaluator needs to know of a place that writes. */
export function toWrite(
  target: WriteTarget,
  lower: (node: Node) => Term,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
): Write {
  const block = unconditionalBlock(target.node);
  return {
    path: target.path,
    value: target.value === undefined ? undefined : writtenTerm(target.node, target.value, lower, context),
    kind: target.kind,
    span: spanOf(target.node, context.tree),
    function: context.enclosingFunction(target.node),
    block: { start: block.pos, end: block.end },
    unconditional: block.kind === SyntaxKind.SourceFile || isFunctionLike(block.parent),
    guarded: isUnderGuard(target.node),
  };
}

/** What a write leaves in its target: of `x ||= y`, `x || y`. */
function writtenTerm(node: Node, value: Node, lower: (node: Node) => Term, context: LoweringContext): Term {
  if (!isBinaryExpression(node) || !FALLBACK_ASSIGNMENTS.has(node.operatorToken.kind)) return lower(value);
  const span = spanOf(node, context.tree);
  return { kind: 'logical', operator: '||', left: lower(node.left), right: lower(value), guarded: false, span };
}

/** The innermost stretch of code around a node that runs as a whole or not at all. */
function unconditionalBlock(node: Node): Node {
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    switch (parent.kind) {
      case SyntaxKind.IfStatement:
      case SyntaxKind.ConditionalExpression:
      case SyntaxKind.ForStatement:
      case SyntaxKind.ForInStatement:
      case SyntaxKind.ForOfStatement:
      case SyntaxKind.WhileStatement:
      case SyntaxKind.DoStatement:
      case SyntaxKind.CaseClause:
      case SyntaxKind.DefaultClause:
      case SyntaxKind.TryStatement:
      case SyntaxKind.CatchClause:
        return child;
      case SyntaxKind.BinaryExpression:
        if (isLogicalOperand(parent, child)) return child;
        break;
      case SyntaxKind.SourceFile:
        return parent;
      default:
        if (isFunctionLike(parent)) return child;
    }
  }
  return node;
}

function isLogicalOperand(parent: Node, child: Node): boolean {
  const { right, operatorToken } = parent as Node & { right: Node; operatorToken: Node };
  if (child !== right) return false;
  return (
    operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
    operatorToken.kind === SyntaxKind.BarBarToken ||
    operatorToken.kind === SyntaxKind.QuestionQuestionToken
  );
}
