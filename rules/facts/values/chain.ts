import type { ApiValue, Frame } from '../../resolve/evaluate/value';
import { isSpreadUpTo } from '../../resolve/lower/operands';
import type { CallTerm, Term } from '../../resolve/lower/term';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type Node } from '../../syntax';
import type { Site } from '../site';

/** A term and where it is read. */
export interface FramedTerm {
  readonly term: Term;
  readonly frame: Frame;
}

/**
 * An argument of an earlier call of the builder that a call ends: `new` for the constructor's. `maybe`: the builder is
 * called in a place that may or may not run, or with arguments that are not seen. `isTime`: a call without the argument
 * sets none, `setExpiration()`.
 */
export function chainedArgument(
  method: string,
  index: number,
  site: Site,
  isTime = false,
): FramedTerm | 'maybe' | undefined {
  for (let api: ApiValue | undefined = site.callee; api !== undefined; api = api.receiver) {
    if (api.call === undefined) continue;
    if (!isCallOf(method, api.call.term) && api.receiver?.path !== method) continue;
    return argumentOf(api.call.term, index, api.call.frame, isTime);
  }
  const written = site.callee === undefined ? writtenBefore(method, site) : undefined;
  if (written !== undefined) return argumentOf(written, index, site.frame, isTime);
  return separateCall(method, index, site, isTime);
}

/** A call before, in the same expression, of what no library is known to make. */
function writtenBefore(method: string, { call }: Site): CallTerm | undefined {
  let term = call?.callee;
  while (term?.kind === 'member' && term.object.kind === 'call') {
    if (isCallOf(method, term.object)) return term.object;
    term = term.object.callee;
  }
  return undefined;
}

function isCallOf(method: string, { callee, isNew }: CallTerm): boolean {
  if (method === 'new') return isNew;
  return callee.kind === 'member' && callee.key === method;
}

function argumentOf(call: CallTerm, index: number, frame: Frame, isTime: boolean): FramedTerm | 'maybe' | undefined {
  if (isSpreadUpTo(call.arguments, index)) return 'maybe';
  const term = call.arguments[index]?.value;
  if (term !== undefined) return { term, frame };
  const end = call.span.end - 1;
  return isTime ? { term: { kind: 'undefined', span: { start: end, end } }, frame } : undefined;
}

/** `builder.setExpirationTime('1h');` on a line of its own, or a builder that other code is given to go on with. */
function separateCall(
  method: string,
  index: number,
  { call, report, frame, isDirect }: Site,
  isTime: boolean,
): FramedTerm | 'maybe' | undefined {
  const builder = call?.callee.kind === 'member' ? rootReference(call.callee.object) : undefined;
  if (builder === undefined || call === undefined || !isDirect) return undefined;
  const { scope } = report;
  const isBuilder = (node: Node): boolean => isIdentifier(node) && scope.find(node.text, node) === builder;
  for (const node of scope.sites) {
    if (!isCallExpression(node)) continue;
    if (node.arguments.some(isBuilder)) return 'maybe';
    if (!isPropertyAccessExpression(node.expression)) continue;
    const { expression: receiver, name } = node.expression;
    if (name.text !== method || !isBuilder(receiver)) continue;
    const term = report.lower(node);
    const block = node.parent.parent;
    const runsFirst = block.pos <= call.span.start && call.span.end <= block.end;
    return term.kind === 'call' && runsFirst ? argumentOf(term, index, frame, isTime) : 'maybe';
  }
  return undefined;
}

function rootReference(term: Term): number | undefined {
  let root = term;
  while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
  return root.kind === 'reference' ? root.binding : undefined;
}
