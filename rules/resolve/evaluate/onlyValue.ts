import type { Term } from '../lower/term';
import type { Evaluator } from './evaluate';
import type { Frame, FunctionValue, ObjectValue, Possible, Value, ValueSet } from './value';

// What a set of values certainly is: `undefined` where it can be several, or something that is not known.

type Literal = (Value & { readonly kind: 'literal' })['value'];

/** The only value of a set, with where it is written. */
export function onlyPossible({ possible, complete }: ValueSet): Possible | undefined {
  return complete && possible.length === 1 ? possible[0] : undefined;
}

export function onlyValue(set: ValueSet): Value | undefined {
  return onlyPossible(set)?.value;
}

export function onlyLiteral(set: ValueSet): Literal | undefined {
  const value = onlyValue(set);
  return value?.kind === 'literal' ? value.value : undefined;
}

function onlyText(set: ValueSet): string | undefined {
  const literal = onlyLiteral(set);
  return typeof literal === 'string' ? literal : undefined;
}

function onlyNumber(set: ValueSet): number | undefined {
  const literal = onlyLiteral(set);
  return typeof literal === 'number' ? literal : undefined;
}

/** The text that a term says, where there is one. */
export function textOf(term: Term | undefined, frame: Frame, evaluator: Evaluator): string | undefined {
  return term && onlyText(evaluator.evaluate(term, frame));
}

/** The number that a term says, where there is one. */
export function numberOf(term: Term | undefined, frame: Frame, evaluator: Evaluator): number | undefined {
  return term && onlyNumber(evaluator.evaluate(term, frame));
}

export function onlyObject(set: ValueSet): ObjectValue | undefined {
  const value = onlyValue(set);
  return value?.kind === 'object' ? value : undefined;
}

/** The object to which nothing was written after it was made. */
export function onlyWritten(set: ValueSet): ObjectValue | undefined {
  const object = onlyObject(set);
  return object?.writes.length === 0 ? object : undefined;
}

/** The list that is written out, but for what it spreads. */
export function onlyList(set: ValueSet): (Value & { readonly kind: 'array' }) | undefined {
  const value = onlyValue(set);
  return value?.kind === 'array' && !value.open ? value : undefined;
}

/** The objects among the values of a set. */
export function objectsIn({ possible }: ValueSet): readonly ObjectValue[] {
  return possible.flatMap(({ value }) => (value.kind === 'object' ? [value] : []));
}

/** The functions among the values of a set. */
export function functionsIn({ possible }: ValueSet): readonly FunctionValue[] {
  return possible.flatMap(({ value }) => (value.kind === 'function' ? [value] : []));
}
