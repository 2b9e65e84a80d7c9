import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Frame, Value } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
import type { Knowledge } from '../knowledge';
import type { FramedTerm } from '../values/chain';

/** `#Application` and `locals.jwt` of `#Application.locals.jwt`. */
const HELD = /^(#\w+)\.([\w.]+)$/;

/** What code of the same file assigns to a member of an object that a library holds: `app.locals.secret = …`. */
export function assignedMembers(
  key: string,
  [holder, ...others]: readonly Value[],
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly FramedTerm[] {
  const [, type = '', path] = (holder?.kind === 'api' && others.length === 0 && HELD.exec(holder.path)) || [];
  if (holder?.kind !== 'api' || path === undefined) return [];
  const keys = [...path.split('.'), key];
  const result = knowledge.resultOf(holder.module, `${type}.${keys[0]}`);
  if (typeof result !== 'object' || !('members' in result)) return [];
  return keys.flatMap((name, index) => {
    const target = [type, ...keys.slice(0, index)].join('.');
    const isTarget = (value: Value): boolean =>
      value.kind === 'api' && value.module === holder.module && value.path === target;
    return frame.module
      .assignmentsTo(name)
      .filter((one) => evaluator.evaluate(one.target.object, frame).possible.some(({ value }) => isTarget(value)))
      .map(({ value }) => ({ term: memberTerm(value, keys.slice(index + 1)), frame }));
  });
}
