import type { Where } from '../../models/model';
import { moduleFrame } from '../../resolve/evaluate/frames';
import type { Frame } from '../../resolve/evaluate/value';
import type { CallTerm } from '../../resolve/lower/term';
import { isCallExpression, isIdentifier, isNewExpression, isPropertyAccessExpression, type Node } from '../../syntax';
import { contains } from '../../text/span';
import type { Site } from '../site';
import type { FramedTerm } from './chain';

/** An argument of the innermost call of a function in which a site stands, as its file shows it, else of its only one. */
export function argumentAround(
  { call, in: module, index, isOnly }: Where & { from: 'around' },
  { action, report, evaluator, isDirect }: Site,
): FramedTerm | undefined {
  if (!isDirect) return undefined;
  const frame = moduleFrame(report);
  const others: CallTerm[] = [];
  for (let at = report.scope.sites.length - 1; at >= 0; at--) {
    const node = report.scope.sites[at];
    if (node === undefined || !(isCallExpression(node) || isNewExpression(node))) continue;
    if (!showsName(node.expression, call)) continue;
    const isAround = contains({ start: node.pos, end: node.end }, action.term.span);
    if (!isAround && isOnly === undefined) continue;
    const term = report.lower(node);
    if (term.kind !== 'call') continue;
    const { possible } = evaluator.evaluate(term.callee, frame);
    if (!possible.some(({ value }) => value.kind === 'api' && value.module === module && value.path === call)) continue;
    if (isAround) return argumentOf(term, index, frame);
    others.push(term);
  }
  const [only, ...more] = others;
  return only === undefined || more.length > 0 ? undefined : argumentOf(only, index, frame);
}

function argumentOf({ arguments: list }: CallTerm, index: number, frame: Frame): FramedTerm | undefined {
  const before = list.slice(0, index + 1);
  const argument = before.some(({ spread }) => spread) ? undefined : before[index];
  return argument && { term: argument.value, frame };
}

/** Most calls are told by their names: what stands in none of them is asked often. */
function showsName(callee: Node, name: string): boolean {
  const last = isPropertyAccessExpression(callee) ? callee.name : callee;
  return isIdentifier(last) && last.text === name;
}
