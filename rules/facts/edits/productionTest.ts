import { type Evaluator, placeOf } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { importedValue } from '../../resolve/evaluate/imports';
import { onlyValue } from '../../resolve/evaluate/onlyValue';
import type { Frame, ValueSet } from '../../resolve/evaluate/value';
import type { BinaryTerm, Term } from '../../resolve/lower/term';
import type { Module } from '../../resolve/module/module';
import type { EditSite } from '../schema/sites';

const EQUAL = new Set(['===', '==']);
const DIFFERENT = new Set(['!==', '!=']);

/** Names are followed this far: a barrel, a module of settings, a constant. */
const MAX_STEPS = 8;

/**
 * How the code at an edit's place says that it runs in production: a name that is in scope there and holds
 * `process.env.NODE_ENV === 'production'`, here or where it is imported from. `undefined` where there is none.
 */
export function productionTest(
  place: EditSite | undefined,
  module: Module | undefined,
  evaluator: Evaluator,
): string | undefined {
  if (place === undefined || place.file !== module?.file) return undefined;
  const offset = place.kind === 'object' ? place.object.layout.end : 'span' in place ? place.span.start : place.offset;
  for (const { name, binding, end } of module.environmentNames) {
    const isProduction =
      end <= offset ? answerOf(boundTo(binding, moduleFrame(module), evaluator), evaluator, MAX_STEPS) : undefined;
    if (isProduction !== undefined) return isProduction ? name : `!${name}`;
  }
  return undefined;
}

interface Framed {
  readonly term: Term;
  readonly frame: Frame;
}

/** Whether a term is true in production and there alone, or false there alone. */
function answerOf(found: Framed | undefined, evaluator: Evaluator, steps: number): boolean | undefined {
  if (found === undefined || steps === 0) return undefined;
  const { term, frame } = found;
  switch (term.kind) {
    case 'binary':
      return comparedWithProduction(term, frame, evaluator);
    case 'unary': {
      const answer = answerOf({ term: term.operand, frame }, evaluator, steps - 1);
      return term.operator === '!' && answer !== undefined ? !answer : undefined;
    }
    case 'reference':
      return answerOf(boundTo(term.binding, frame, evaluator), evaluator, steps - 1);
    case 'member':
      return typeof term.key === 'string'
        ? answerOf(memberOf(evaluator.evaluate(term.object, frame), term.key, evaluator), evaluator, steps - 1)
        : undefined;
    default:
      return undefined;
  }
}

function comparedWithProduction({ operator, left, right }: BinaryTerm, frame: Frame, evaluator: Evaluator) {
  if (!EQUAL.has(operator) && !DIFFERENT.has(operator)) return undefined;
  const values = [left, right].map((side) => onlyValue(evaluator.evaluate(side, frame)));
  const isEnvironment = values.some((value) => value?.kind === 'environment' && value.name === 'NODE_ENV');
  const isProduction = values.some((value) => value?.kind === 'literal' && value.value === 'production');
  return isEnvironment && isProduction ? EQUAL.has(operator) : undefined;
}

/** What a name that nobody writes to was given, or what it is imported from. */
function boundTo(id: number, frame: Frame, evaluator: Evaluator): Framed | undefined {
  const binding = frame.module.binding(id);
  if (!('writes' in binding) || binding.writes.length > 0) return undefined;
  if (binding.kind === 'variable') return binding.initial && { term: binding.initial, frame };
  if (binding.kind !== 'import') return undefined;
  const place = placeOf({ start: 0, end: 0 }, frame);
  const module = importedValue(binding.specifier, '*', frame.module, place, evaluator);
  return memberOf(module, binding.imported, evaluator);
}

/** What an object or a module holds under a name, as it is written there. */
function memberOf(set: ValueSet, key: string, evaluator: Evaluator, steps = MAX_STEPS): Framed | undefined {
  const value = onlyValue(set);
  if (value?.kind === 'object' && value.writes.length === 0) {
    const { term, frame } = value;
    const [member, ...others] = term.members.filter((one) => one.kind === 'spread' || one.key === key);
    return member?.kind === 'property' && others.length === 0 ? { term: member.value, frame } : undefined;
  }
  if (value?.kind !== 'namespace') return undefined;
  const { module } = value;
  const frame = moduleFrame(module);
  const term = Object.hasOwn(module.exports, key) ? module.exports[key] : undefined;
  if (term !== undefined) return { term, frame };
  const place = placeOf({ start: 0, end: 0 }, frame);
  for (const specifier of steps === 0 ? [] : module.exportsAllOf) {
    const found = memberOf(importedValue(specifier, '*', module, place, evaluator), key, evaluator, steps - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
