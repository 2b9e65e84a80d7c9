import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { effectiveWrites, leavesTested } from '../../resolve/evaluate/mutations';
import { argumentInPlace } from '../../resolve/evaluate/parameters';
import type { EffectiveWrite, Frame } from '../../resolve/evaluate/value';
import { isSpreadUpTo } from '../../resolve/lower/operands';
import type { MemberTerm, ReferenceTerm, Term } from '../../resolve/lower/term';
import type { ParameterBinding, VariableBinding } from '../../resolve/module/summary';
import type { FramedTerm } from './chain';

/** What a call, a loop or the place where the function stands gives to a parameter. */
export function givenFor(binding: ParameterBinding, frame: Frame, evaluator: Evaluator): FramedTerm | undefined {
  if (binding.rest) return undefined;
  const passed = frame.arguments.get(binding.function);
  if (passed === undefined) {
    const term = argumentInPlace(binding, frame, evaluator);
    return term && { term, frame };
  }
  const argument = isSpreadUpTo(passed.list, binding.index) ? undefined : passed.list[binding.index];
  return argument && { term: argument.value, frame: argument.frame ?? passed.frame };
}

/** What is written to the member of a name: `state.token = value`, `ref.current = value`. */
export function writtenMembers({ object, key }: MemberTerm, frame: Frame): readonly GuardedTerm[] {
  const binding = object.kind === 'reference' ? frame.module.binding(object.binding) : undefined;
  if (object.kind !== 'reference' || binding === undefined || !('writes' in binding)) return [];
  return effectiveWrites(binding, object, frame).flatMap(({ write: { path, value, guarded } }) =>
    path.length === 1 && path[0] === key && value !== undefined ? [{ term: value, guarded }] : [],
  );
}

interface GuardedTerm {
  readonly term: Term;
  readonly guarded: boolean;
}

/** What a variable can hold where it is used: its initial value, and what was written since. */
export function valuesOf(binding: VariableBinding, use: ReferenceTerm, frame: Frame): readonly GuardedTerm[] {
  let values = binding.initial === undefined ? [] : [{ term: binding.initial, guarded: false }];
  for (const { write, definite } of effectiveWrites(binding, use, frame)) {
    if (write.path.length > 0 || (write.kind === 'spread' && write.value === undefined)) continue;
    if (write.value === undefined) {
      if (definite) values = [];
      continue;
    }
    const written = { term: write.value, guarded: write.guarded };
    // What survives only where a guarded write did not happen is guarded itself.
    const before = values.map((one) => ({ ...one, guarded: one.guarded || leavesTested(write) }));
    values = definite ? [written] : [...before, written];
  }
  return values;
}

interface KeyedTerm extends GuardedTerm {
  readonly key: string;
}

/** What is written into an object that was written out: `auth.token = token`. */
export function keysWritten(writes: readonly Pick<EffectiveWrite, 'write' | 'definite'>[]): readonly KeyedTerm[] {
  let found: readonly KeyedTerm[] = [];
  for (const { write, definite } of writes) {
    const [key, ...others] = write.path;
    if (key === undefined || others.length > 0) continue;
    if (definite) found = found.filter((one) => one.key !== key);
    if (write.kind === 'assign' && write.value !== undefined)
      found = [...found, { key, term: write.value, guarded: write.guarded }];
  }
  return found;
}
