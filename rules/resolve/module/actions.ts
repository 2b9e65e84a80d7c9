import { isObjectLiteralExpression, type Node, type SourceFile, SyntaxKind, spanOf } from '../../syntax';
import type { Span } from '../../text/span';
import type { Condition } from '../around/conditions';
import type { Runtime } from '../around/runtime';
import { calleeOf, calleeTerm } from '../lower/indirectCalls';
import { lastName, operandsOf, startOf } from '../lower/operands';
import type { CallTerm, MemberTerm, Term } from '../lower/term';
import { answerCallee, answeredBy, lowerAnswer } from '../scope/answers';
import { isComponentTag, lowerComponentTag } from '../scope/components';
import { lowerProvider, providedBy } from '../scope/providers';
import { isMemberAssignment } from '../scope/scope';
import type { Aftermath } from './aftermath';
import type { Binding } from './summary';

/** Something that code does: a call, or an assignment to a member. */
export interface Action {
  readonly term: CallTerm | AssignmentTerm;
  /** The callee, or the target of the assignment, as the code spells it; empty when that is too long to read. */
  readonly written: string;
  /** It runs only under a test of the environment. */
  readonly guarded: boolean;
  /** Names of the functions, methods and variables around it, innermost first. */
  readonly around: readonly string[];
  /** What has to be there for it to run, as far as its function tells. */
  readonly conditions: readonly Condition[];
  readonly runtime: Runtime;
  /** What becomes of what it gives, where that matters to what it is. */
  readonly aftermath: Aftermath | undefined;
}

/** What an action is done to: the callee of a call, or the member that is assigned. */
export interface Target {
  readonly kind: Action['term']['kind'];
  readonly term: Term;
}

/** `object.key = value`. */
export interface AssignmentTerm {
  readonly kind: 'assignment';
  readonly target: MemberTerm;
  readonly value: Term;
  readonly span: Span;
}

/** The call or assignment that a node is. */
export function actionTerm(
  node: Node,
  lower: (node: Node) => Term,
  tree: SourceFile,
): CallTerm | AssignmentTerm | undefined {
  if (isMemberAssignment(node)) {
    const target = lower(node.left);
    if (target.kind !== 'member') return undefined;
    return { kind: 'assignment', target, value: lower(node.right), span: spanOf(node, tree) };
  }
  if (isComponentTag(node)) return lowerComponentTag(node, lower, tree);
  if (isObjectLiteralExpression(node)) {
    const provided = providedBy(node);
    if (provided !== undefined) return lowerProvider(node, provided, lower, tree);
    const answered = answeredBy(node);
    return answered && lowerAnswer(node, answered, lower, tree);
  }
  const term = lower(node);
  return term.kind === 'call' ? term : undefined;
}

/** What the action that a site is, is done to. */
export function targetOf(site: Node, lower: (node: Node) => Term, tree: SourceFile): Target {
  const answered = isObjectLiteralExpression(site) ? answeredBy(site) : undefined;
  if (answered !== undefined) return { kind: 'call', term: answerCallee(answered, tree) };
  if (isMemberAssignment(site)) return { kind: 'assignment', term: lower(site.left) };
  return { kind: 'call', term: calleeTerm(calleeOf(site), lower) };
}

const READABLE = /^[\w$.?!'"[\]-]{1,40}$/;

/** The source text of a callee or target when a sentence can hold it. */
export function writtenName(node: Node, tree: SourceFile): string {
  const { expression, left } = node as Node & { expression?: Node; left?: Node };
  const named = node.kind === SyntaxKind.BinaryExpression ? left : expression;
  if (named === undefined) return '';
  const { start, end } = spanOf(named, tree);
  const text = end - start > 60 ? '' : tree.text.slice(start, end);
  return READABLE.test(text) ? text : '';
}

/** The sites inside of a function, those of functions within it included; `sites` is in source order. */
export function sitesWithin(owner: Node, sites: readonly Node[]): readonly Node[] {
  let low = 0;
  let high = sites.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sites[middle]?.pos ?? 0) < owner.pos) low = middle + 1;
    else high = middle;
  }
  const inside: Node[] = [];
  for (let index = low; index < sites.length; index++) {
    const site = sites[index];
    if (site === undefined || site.pos >= owner.end) break;
    if (site !== owner) inside.push(site);
  }
  return inside;
}

/** Names by which something described may be called or assigned to. */
export type IsKnownName = (name: string) => boolean;

/** The names that models know. */
export interface Vocabulary {
  readonly isKnownName: IsKnownName;
  readonly isAssignedName: IsKnownName;
  /** What becomes of the results of calls of that name matters. */
  readonly isDecoderName: IsKnownName;
  /** Functions and methods of that name may register a library with its framework. */
  isRegistrationName(name: string): boolean;
}

/** Whether a call or an assignment can lead to something described: by a known name, or into code of the workspace. */
export function mayLeadSomewhere(
  term: CallTerm | AssignmentTerm,
  { isKnownName, isAssignedName }: Vocabulary,
  binding: (id: number) => Binding,
): boolean {
  if (term.kind === 'assignment') {
    const { key, object } = term.target;
    // `storage[key] = …`: whoever hands the object over knows what it is.
    if (typeof key !== 'string') return true;
    return isAssignedName(key) || rootsIn(object, isAssignedName);
  }
  if (isKnownName(nameOfCallee(term.callee))) return true;
  const root = startOf(term.callee);
  if (root.kind === 'this' || root.kind === 'super' || root.kind === 'module') return true;
  if (root.kind !== 'reference') return false;
  const { kind } = binding(root.binding);
  return kind === 'function' || kind === 'class' || kind === 'import' || kind === 'variable' || kind === 'parameter';
}

/** The name by which a callee is called. */
function nameOfCallee(callee: Term): string {
  return callee.kind === 'call' ? nameOfCallee(callee.callee) : (lastName(callee) ?? '');
}

/** Whether a target shows a known name. */
function rootsIn(term: Term, isKnownName: IsKnownName): boolean {
  for (let at = term; ; ) {
    if (at.kind === 'member') {
      if (typeof at.key === 'string' && isKnownName(at.key)) return true;
      at = at.object;
    } else if (at.kind === 'call') at = at.callee;
    else return (at.kind === 'global' || at.kind === 'reference') && isKnownName(at.name);
  }
}

/** How many names a value is followed through to the parameter that it is made of. */
const MAX_STEPS = 6;

/**
 * Whether a term is made of a parameter of the function: itself, or through the names of its body; or is handed a field, which
 * is up to what makes the instance.
 */
export function dependsOnParameter(
  term: CallTerm | AssignmentTerm,
  functionId: number,
  binding: (id: number) => Binding,
): boolean {
  const [on, given] =
    term.kind === 'call' ? [term.callee, term.arguments.map(({ value }) => value)] : [term.target, [term.value]];
  const pending: { readonly term: Term; readonly steps: number; readonly isGiven: boolean }[] = [
    { term: on, steps: 0, isGiven: false },
    ...given.map((one) => ({ term: one, steps: 0, isGiven: true })),
  ];
  const seen = new Set<Term>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next.term)) continue;
    seen.add(next.term);
    const { isGiven } = next;
    if (isGiven && next.term.kind === 'this' && next.term.classId !== undefined) return true;
    if (next.term.kind === 'reference') {
      const found = binding(next.term.binding);
      if (found.kind === 'parameter' && found.function === functionId) return true;
      if (found.kind !== 'variable' || next.steps >= MAX_STEPS) continue;
      const made = [found.initial, ...found.writes.map(({ value }) => value)];
      for (const one of made) if (one !== undefined) pending.push({ term: one, steps: next.steps + 1, isGiven });
    } else {
      for (const operand of operandsOf(next.term)) pending.push({ term: operand, steps: next.steps, isGiven });
    }
  }
  return false;
}
