import type { LogicalTerm } from '../lower/term';
import type { Evaluator } from './evaluate';
import {
  type Frame,
  guardedBy,
  isNothing,
  type Possible,
  truthiness,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

/** Whether values are all true, or all false; `undefined` when that is not known. */
export function certainTruth(set: ValueSet): boolean | undefined {
  if (!set.complete || set.possible.length === 0) return undefined;
  const truths = new Set(set.possible.map(({ value }) => truthiness(value)));
  const [truth] = truths;
  return truths.size === 1 ? truth : undefined;
}

/** What `||`, `&&` and `??` give. */
export function evaluateLogical(term: LogicalTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const left = evaluator.evaluate(term.left, frame);
  const passes = (one: Possible): boolean | undefined =>
    term.operator === '??' ? isPresent(one.value) : truthiness(one.value);
  const stops = term.operator !== '&&';
  // The left side is the result where it stops the operator; the right side unless every left value does.
  const staying = left.possible.filter((one) => passes(one) !== !stops);
  const stopped = left.complete && left.possible.length > 0 && left.possible.every((one) => passes(one) === stops);
  const sets: ValueSet[] = [{ possible: staying, complete: left.complete }];
  if (!stopped) {
    const right = evaluator.evaluate(term.right, frame);
    // `isProd || false`, `config.secure ?? false`: the right side says nothing that an unknown left side does not say.
    const saysNothing = term.operator !== '&&' && isUndecided(left) && certainTruth(right) === false;
    sets.push(saysNothing ? UNKNOWN : guardedBy(right, term.guarded));
  }
  return union(sets);
}

/** Whether a set may hold values that are not seen: unknown ones, or what the environment says. */
function isUndecided({ possible, complete }: ValueSet): boolean {
  return !complete || possible.some(({ value }) => value.kind === 'environment' || value.kind === 'api');
}

/** Whether a value is neither `null` nor `undefined`; `undefined` when that is not known. */
function isPresent(value: Value): boolean | undefined {
  if (isNothing(value)) return false;
  if (value.kind === 'environment' || value.kind === 'api') return undefined;
  return !(value.kind === 'literal' && value.value === null);
}
