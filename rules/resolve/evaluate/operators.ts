import type { Span } from '../../text/span';
import type { BinaryTerm, Term, UnaryTerm } from '../lower/term';
import { asNumbers } from './builtins';
import type { Evaluator } from './evaluate';
import { onlyPossible } from './onlyValue';
import {
  type Frame,
  type InstantValue,
  only,
  type Possible,
  truthiness,
  UNKNOWN,
  type Value,
  type ValueSet,
} from './value';

type Piece = string | Term;

/** `a + b`, and template strings: a number, a string, or a string with holes. */
export function evaluateSum(operands: readonly Piece[], span: Span, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = { file: frame.module.file, span };
  let pieces: (Value | Term)[] = [];
  let guarded = false;
  for (const operand of operands) {
    if (typeof operand === 'string') {
      pieces.push({ kind: 'literal', value: operand });
      continue;
    }
    const set = evaluator.evaluate(operand, frame);
    const [one] = set.possible;
    if (one === undefined || set.possible.length > 1 || !set.complete) pieces.push(operand);
    else {
      guarded ||= one.guarded;
      pieces.push(
        one.value.kind === 'literal' || one.value.kind === 'instant' || one.value.kind === 'text' ? one.value : operand,
      );
    }
  }
  const isText = operands.some((operand) => typeof operand === 'string') || pieces.some(isTextPiece);
  const sum = isText ? undefined : numericSum(pieces);
  if (sum !== undefined) return withGuard(only(sum, place), guarded);
  if (!isText) return UNKNOWN;
  pieces = pieces.flatMap((piece) => (piece.kind === 'text' ? textPieces(piece, frame) : [piece]));
  const parts: (string | Term)[] = [];
  for (const piece of pieces) {
    const text = piece.kind === 'literal' ? String(piece.value) : undefined;
    const last = parts[parts.length - 1];
    if (text === undefined) parts.push(piece as Term);
    else if (typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
  }
  const [single = ''] = parts;
  if (parts.length <= 1 && typeof single === 'string')
    return withGuard(only({ kind: 'literal', value: single }, place), guarded);
  return withGuard(only({ kind: 'text', parts, frame }, place), guarded);
}

function isTextPiece(piece: Value | Term): boolean {
  return (
    (piece.kind === 'literal' && typeof piece.value === 'string') || piece.kind === 'text' || piece.kind === 'template'
  );
}

/** Holes of another frame cannot be read in this one: they stay holes without a term to follow. */
function textPieces(text: Value & { kind: 'text' }, frame: Frame): (Value | Term)[] {
  const span = { start: 0, end: 0 };
  return text.parts.map((part) =>
    typeof part === 'string'
      ? { kind: 'literal', value: part }
      : text.frame.module === frame.module
        ? part
        : { kind: 'unknown', span },
  );
}

function withGuard(set: ValueSet, guarded: boolean): ValueSet {
  return guarded ? { ...set, possible: set.possible.map((one): Possible => ({ ...one, guarded })) } : set;
}

function numericSum(pieces: readonly (Value | Term)[]): Value | undefined {
  let sum: InstantValue = { kind: 'instant', perMillisecond: 0, offset: 0 };
  for (const piece of pieces) {
    const number = toInstant(piece as Value);
    if (number === undefined) return undefined;
    sum = {
      kind: 'instant',
      perMillisecond: sum.perMillisecond + number.perMillisecond,
      offset: sum.offset + number.offset,
    };
  }
  return fromInstant(sum);
}

/** A number as a linear function of the current time. */
export function toInstant(value: Value): InstantValue | undefined {
  if (value.kind === 'instant') return value;
  if (value.kind !== 'literal' || typeof value.value !== 'number') return undefined;
  return { kind: 'instant', perMillisecond: 0, offset: value.value };
}

function fromInstant(instant: InstantValue): Value {
  return instant.perMillisecond === 0 ? { kind: 'literal', value: instant.offset } : instant;
}

export function evaluateBinary(term: BinaryTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = { file: frame.module.file, span: term.span };
  const left = evaluator.evaluate(term.left, frame);
  const right = evaluator.evaluate(term.right, frame);
  const [first, second] = [onlyPossible(left), onlyPossible(right)];
  if (first === undefined || second === undefined) return UNKNOWN;
  const guarded = first.guarded || second.guarded;
  const comparison = compare(term.operator, first.value, second.value);
  if (comparison !== undefined) return withGuard(only({ kind: 'literal', value: comparison }, place), guarded);
  const a = toInstant(first.value);
  const b = toInstant(second.value);
  const result = a === undefined || b === undefined ? undefined : calculate(term.operator, a, b);
  return result === undefined ? UNKNOWN : withGuard(only(fromInstant(result), place), guarded);
}

function compare(operator: string, left: Value, right: Value): boolean | undefined {
  if (left.kind !== 'literal' || right.kind !== 'literal') return undefined;
  if (operator === '===' || operator === '==') return left.value === right.value;
  if (operator === '!==' || operator === '!=') return left.value !== right.value;
  return undefined;
}

function calculate(operator: string, a: InstantValue, b: InstantValue): InstantValue | undefined {
  switch (operator) {
    case '-':
      return { kind: 'instant', perMillisecond: a.perMillisecond - b.perMillisecond, offset: a.offset - b.offset };
    case '*':
      if (a.perMillisecond !== 0 && b.perMillisecond !== 0) return undefined;
      return {
        kind: 'instant',
        perMillisecond: a.perMillisecond * b.offset + b.perMillisecond * a.offset,
        offset: a.offset * b.offset,
      };
    case '/':
      if (b.perMillisecond !== 0 || b.offset === 0) return undefined;
      return { kind: 'instant', perMillisecond: a.perMillisecond / b.offset, offset: a.offset / b.offset };
    case '**':
      if (a.perMillisecond !== 0 || b.perMillisecond !== 0) return undefined;
      return { kind: 'instant', perMillisecond: 0, offset: a.offset ** b.offset };
    case '|':
    case '>>':
    case '>>>':
      // `x | 0` cuts the fraction off.
      return b.perMillisecond === 0 && b.offset === 0 ? a : undefined;
    default:
      return undefined;
  }
}

export function evaluateUnary(term: UnaryTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const operand = evaluator.evaluate(term.operand, frame);
  const one = onlyPossible(operand);
  if (one === undefined) return UNKNOWN;
  const place = { file: frame.module.file, span: term.span };
  if (term.operator === '!') {
    const truth = truthiness(one.value);
    return truth === undefined ? UNKNOWN : withGuard(only({ kind: 'literal', value: !truth }, place), one.guarded);
  }
  if (term.operator === '+') {
    if (one.value.kind === 'literal')
      return withGuard(only({ kind: 'literal', value: Number(one.value.value) }, place), one.guarded);
    return one.value.kind === 'instant' ? asNumbers(operand) : UNKNOWN;
  }
  return UNKNOWN;
}
