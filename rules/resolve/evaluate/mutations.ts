import type { Span } from '../../text/span';
import type { ReferenceTerm } from '../lower/term';
import {
  type ImportBinding,
  MODULE_BODY,
  type ParameterBinding,
  type VariableBinding,
  type Write,
} from '../module/summary';
import type { Evaluator } from './evaluate';
import { frameAtModule } from './frames';
import {
  type EffectiveWrite,
  type Frame,
  guardedBy,
  incomplete,
  type Possible,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

/** The writes that a use of a name can have seen, in source order. */
export function effectiveWrites(
  binding: ImportBinding | VariableBinding | ParameterBinding,
  use: ReferenceTerm,
  frame: Frame,
): readonly EffectiveWrite[] {
  if (binding.writes.length === 0) return [];
  const effective: EffectiveWrite[] = [];
  for (const write of binding.writes) {
    const verdict = visibility(write, use, binding.function);
    if (verdict === 'unseen') continue;
    const written = write.function === MODULE_BODY ? frameAtModule(frame) : frame;
    effective.push({ write, frame: written, definite: verdict === 'certain' });
  }
  return effective;
}

function visibility(write: Write, use: ReferenceTerm, declaredIn: number): 'certain' | 'possible' | 'unseen' {
  // The left side of the write is a use too, and does not see it.
  if (write.span.start <= use.span.start && use.span.end <= write.span.end) return 'unseen';
  if (write.function === use.function) {
    if (write.span.start > use.span.start) return isAround(write.loop, use.span) ? 'possible' : 'unseen';
    return write.block.start <= use.span.start && use.span.end <= write.block.end ? 'certain' : 'possible';
  }
  // A function runs after the code that declares it, as far as anyone can tell.
  const runsBefore = write.function === declaredIn || write.function === MODULE_BODY;
  return runsBefore && write.unconditional ? 'certain' : 'possible';
}

function isAround(loop: Span | undefined, { start, end }: Span): boolean {
  return loop !== undefined && loop.start <= start && end <= loop.end;
}

/** The values of a name after the writes to it, and the writes to its properties carried along. */
export function writtenValue(initial: ValueSet, writes: readonly EffectiveWrite[], evaluator: Evaluator): ValueSet {
  if (writes.length === 0) return initial;
  let current = initial;
  let inner: EffectiveWrite[] = [];
  for (const effective of writes) {
    const { write, frame, definite } = effective;
    if (!happens(write, frame, evaluator)) continue;
    if ((write.path.length > 0 || write.kind === 'spread') && !setsDate(write, current)) {
      inner.push(effective);
      continue;
    }
    const written = write.value === undefined ? UNKNOWN : evaluator.evaluate(write.value, frame);
    const guarded = guardedBy(written, write.guarded);
    if (definite) {
      current = guarded;
      inner = [];
    } else {
      current = union([guardedBy(current, leavesTested(write)), guarded]);
    }
  }
  return inner.length === 0 ? current : withInnerWrites(current, inner);
}

/** Whether what a write leaves as it was, where it does not happen, has passed a test. */
export function leavesTested({ guarded, corrects }: Write): boolean {
  return guarded || corrects === true;
}

/** `date.setDate(…)`: the whole date is another one. */
function setsDate({ path: [head, ...rest], value }: Write, { possible }: ValueSet): boolean {
  if (head !== undefined || rest.length > 0 || value === undefined) return false;
  return possible.length > 0 && possible.every((one) => one.value.kind === 'instant');
}

/** Whether a write happens at all: that by a call does when the function that is called writes to its parameter. */
function happens(write: Write, frame: Frame, evaluator: Evaluator): boolean {
  const { by } = write;
  if (by === undefined) return true;
  return evaluator.decided(write, frame, () =>
    evaluator
      .evaluate(by.callee, frame)
      .possible.some(
        ({ value }) => value.kind === 'function' && value.frame.module.function(value.id).writesTo.includes(by.index),
      ),
  );
}

/** Carries writes below a value along with it; what cannot carry them is no longer known. */
export function withInnerWrites(set: ValueSet, writes: readonly EffectiveWrite[]): ValueSet {
  let complete = set.complete;
  const possible: Possible[] = [];
  for (const one of set.possible) {
    if (one.value.kind === 'object' || one.value.kind === 'instance') {
      possible.push({ ...one, value: { ...one.value, writes: [...one.value.writes, ...writes] } });
    } else if (one.value.kind === 'array') {
      possible.push({ ...one, value: { ...one.value, open: true } });
    } else if (one.value.kind === 'instant' || isNumber(one.value)) {
      // `new Date(0)`, of which `setUTCSeconds` makes another time: nothing else writes into a number.
      complete = false;
    } else {
      possible.push(one);
    }
  }
  return { possible, complete };
}

function isNumber(value: Value): boolean {
  return value.kind === 'literal' && typeof value.value === 'number';
}

/** The values of a property after the writes to it; `initial` is what the object was built with. */
export function writtenProperty(
  initial: ValueSet,
  key: string,
  writes: readonly EffectiveWrite[],
  lookup: (set: ValueSet, key: string) => ValueSet,
  evaluator: Evaluator,
): ValueSet {
  let current = initial;
  for (const { write, frame, definite } of writes) {
    const [head, ...rest] = write.path;
    if (write.path.length === 0) {
      // As behind a spread that is not known, plain values are there to be replaced.
      current =
        write.value === undefined
          ? { possible: current.possible.filter(({ value }) => isCode(value)), complete: false }
          : overwritten(current, lookup(evaluator.evaluate(write.value, frame), key), write, definite);
    } else if (head === undefined) {
      current = incomplete(current);
    } else if (head === key) {
      if (rest.length > 0 || write.kind === 'spread') {
        current = withInnerWrites(current, [{ write: { ...write, path: rest }, frame, definite }]);
        continue;
      }
      const value: ValueSet =
        write.kind === 'delete'
          ? {
              possible: [
                {
                  value: { kind: 'absent' },
                  place: { file: frame.module.file, span: write.span },
                  guarded: false,
                  trail: [],
                },
              ],
              complete: true,
            }
          : write.value === undefined
            ? UNKNOWN
            : evaluator.evaluate(write.value, frame);
      const guarded = guardedBy(value, write.guarded);
      // What survives only where a guarded write did not happen is guarded itself.
      current = definite ? guarded : union([guardedBy(current, leavesTested(write)), guarded]);
    }
  }
  return current;
}

/** Whether a value does something: a storage, a function, an object of functions. */
export function isCode(value: Value): boolean {
  if (value.kind === 'api' || value.kind === 'class' || value.kind === 'instance') return true;
  if (value.kind !== 'object' || value.term.members.length === 0) return false;
  return value.term.members.every((member) => member.kind === 'property' && member.value.kind === 'function');
}

/** What `Object.assign` leaves of a property: the source's value where the source has one. */
function overwritten(current: ValueSet, source: ValueSet, write: Write, definite: boolean): ValueSet {
  const present = source.possible.filter(({ value }) => value.kind !== 'absent');
  const replaces = definite && source.complete && present.length === source.possible.length && present.length > 0;
  const added = guardedBy({ possible: present, complete: source.complete }, write.guarded);
  if (replaces) return added;
  const says = !source.complete || present.length > 0;
  return union([guardedBy(current, says && leavesTested(write)), added]);
}
