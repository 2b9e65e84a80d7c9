import {
  isAdding,
  isBinaryExpression,
  isFunctionLike,
  isIdentifier,
  isWithin,
  type Node,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Span } from '../../text/span';
import { writesOfClass } from '../lower/classes';
import { calleeOf } from '../lower/indirectCalls';
import type { LoweringContext } from '../lower/lower';
import { callTerm, elementTerm } from '../lower/madeTerms';
import type { Term } from '../lower/term';
import type { Constructors } from '../scope/constructors';
import type { FileScope } from '../scope/scope';
import { FALLBACK_ASSIGNMENTS, type WriteTarget } from '../scope/writes';
import { isCorrection } from './corrections';
import type { Write } from './summary';

/** The parameters of a function of which its body writes some part. */
export function writtenParameters(
  called: Node & { parameters?: readonly Node[] },
  scope: FileScope,
): readonly number[] {
  return (called.parameters ?? []).flatMap((parameter, index) => {
    const { name } = parameter as Node & { name: Node };
    if (!isIdentifier(name)) return [];
    const own = scope.find(name.text, parameter);
    const isWritten = (scope.writes.get(name.text) ?? []).some(
      ({ identifier, path, kind }) =>
        (path.length > 0 || kind === 'spread') && scope.find(name.text, identifier) === own,
    );
    return isWritten ? [index] : [];
  });
}

/** A write of something, somewhere below what a name holds, by the function that a call hands it to. */
export function writeByCall(
  site: Node,
  index: number,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
): Write {
  const target: WriteTarget = {
    name: '',
    identifier: site,
    path: [undefined],
    kind: 'assign',
    value: undefined,
    node: site,
  };
  const callee = context.lower(calleeOf(site));
  return { ...toWrite(target, context.lower, context, isUnderGuard), by: { callee, index } };
}

/** What the code of a class writes below its fields, by their names. */
export function partsWritten(
  node: Node,
  scope: FileScope,
  constructors: Constructors,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
): Readonly<Record<string, readonly Write[]>> {
  const found: Record<string, readonly Write[]> = {};
  for (const target of writesOfClass(node, scope, constructors)) {
    const [field, ...path] = target.path;
    if (field === undefined || path.length === 0) continue;
    const before = Object.hasOwn(found, field) ? found[field] : undefined;
    found[field] = [...(before ?? []), toWrite({ ...target, path }, context.lower, context, isUnderGuard)];
  }
  return found;
}

/** What the evaluator needs to know of a place that writes. */
export function toWrite(
  target: WriteTarget,
  lower: (node: Node) => Term,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
  declared?: Node,
): Write {
  const block = unconditionalBlock(target.node);
  const loop = loopAround(target.node, declared);
  const within = context.enclosingFunction(target.node);
  // What is gathered, from many or from elsewhere, is none of its pieces.
  const isGathered =
    isAdding(target.node) &&
    (loop !== undefined || (declared !== undefined && context.enclosingFunction(declared) !== within));
  const isKnown = target.value !== undefined && !isGathered;
  return {
    path: target.path,
    value: isKnown ? writtenTerm(target.node, target.value, lower, context) : undefined,
    kind: target.kind,
    span: spanOf(target.node, context.tree),
    function: within,
    block: { start: block.pos, end: block.end },
    loop,
    unconditional: block.kind === SyntaxKind.SourceFile || isFunctionLike(block.parent),
    guarded: isUnderGuard(target.node),
    ...(isCorrection(target.node) ? { corrects: true } : undefined),
  };
}

/** What a write leaves in its target: of `x ||= y`, `x || y`, and of `x += y`, the sum. */
function writtenTerm(node: Node, value: Node, lower: (node: Node) => Term, context: LoweringContext): Term {
  // `date.setDate(…)` leaves a date.
  if (node === value) return dateOf(lower(value));
  if (isAdding(node)) return lower(node);
  if (!isBinaryExpression(node) || !FALLBACK_ASSIGNMENTS.has(node.operatorToken.kind)) return lower(value);
  const span = spanOf(node, context.tree);
  return { kind: 'logical', operator: '||', left: lower(node.left), right: lower(value), guarded: false, span };
}

function dateOf(time: Term): Term {
  const { span } = time;
  return { ...callTerm({ kind: 'global', name: 'Date', span }, [elementTerm(time)], span), isNew: true };
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

/** The outermost loop around a write that does not declare its name anew each time. */
function loopAround(node: Node, declared: Node | undefined): Span | undefined {
  let loop: Span | undefined;
  for (let at = node.parent; at !== undefined && !isFunctionLike(at); at = at.parent) {
    if (at.kind < SyntaxKind.DoStatement || at.kind > SyntaxKind.ForOfStatement) continue;
    if (declared === undefined || isWithin(declared, at)) break;
    loop = { start: at.pos, end: at.end };
  }
  return loop;
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
