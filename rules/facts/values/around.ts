import type { Where } from '../../models/model';
import { moduleFrame } from '../../resolve/evaluate';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type Node } from '../../syntax';
import { contains } from '../../text/span';
import type { Site } from '../site';
import type { FramedTerm } from './chain';

/** An argument of the innermost call of a function in which a site stands, as its file shows it. */
export function argumentAround(
  { call, in: module, index }: Where & { from: 'around' },
  { action, report, evaluator, isDirect }: Site,
): FramedTerm | undefined {
  if (!isDirect) return undefined;
  const frame = moduleFrame(report);
  for (let at = report.scope.sites.length - 1; at >= 0; at--) {
    const node = report.scope.sites[at];
    if (node === undefined || !isCallExpression(node) || !showsName(node.expression, call)) continue;
    if (!contains({ start: node.pos, end: node.end }, action.term.span)) continue;
    const term = report.lower(node);
    if (term.kind !== 'call') continue;
    const { possible } = evaluator.evaluate(term.callee, frame);
    if (!possible.some(({ value }) => value.kind === 'api' && value.module === module && value.path === call)) continue;
    const before = term.arguments.slice(0, index + 1);
    const argument = before.some(({ spread }) => spread) ? undefined : before[index];
    return argument && { term: argument.value, frame };
  }
  return undefined;
}

/** Most calls are told by their names: what stands in none of them is asked often. */
function showsName(callee: Node, name: string): boolean {
  const last = isPropertyAccessExpression(callee) ? callee.name : callee;
  return isIdentifier(last) && last.text === name;
}
