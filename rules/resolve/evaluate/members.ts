import type { MemberTerm, Term } from '../lower/term';
import { chosenByEnvironment } from './environments';
import { type Evaluator, placeOf } from './evaluate';
import { elementOfRest } from './given';
import { seenBySuper } from './inheritance';
import { memberByType } from './memberTypes';
import { conventionalMember, partOfRest } from './parameters';
import { type Frame, type Possible, union, type ValueSet } from './value';

/** What a property of what a term is holds. */
export function evaluateMember(term: MemberTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const given = elementOfRest(term, frame);
  if (given !== undefined) return evaluator.evaluate(given.term, given.frame);
  const part = partOfRest(term, frame, evaluator);
  if (part !== undefined) return part;
  const keys = typeof term.key === 'string' ? [term.key] : literalKeys(evaluator.evaluate(term.key, frame));
  const place = placeOf(term.span, frame);
  if (keys === undefined) return chosenByEnvironment(evaluator.evaluate(term.object, frame), place, evaluator);
  const own = term.object.kind === 'this' ? term.object.member : undefined;
  if (own !== undefined && own.key === term.key) return evaluator.evaluate(own.value, frame);
  const objects = objectsOf(term.object, frame, evaluator);
  const found = union(keys.map((key) => readable(evaluator.lookup(objects, key, place))));
  const [key] = keys;
  if (found.complete || found.possible.length > 0 || key === undefined) return found;
  return conventionalMember(term.object, key, frame, place, evaluator) ?? found;
}

/** What a member is taken of; `super.method` is one of the base's instances. */
function objectsOf(term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  const set = evaluator.evaluate(term, frame);
  // What is called on it tells what matters of it: texts have no types that a model describes.
  if (term.kind === 'member' && set.possible.length === 0)
    return memberByType(term, frame, placeOf(term.span, frame), evaluator) ?? set;
  if (term.kind !== 'super') return set;
  const possible = set.possible.flatMap((one): Possible[] => {
    const value = seenBySuper(one.value, term.classId, frame);
    return value === undefined ? [] : [{ ...one, value }];
  });
  return { possible, complete: set.complete && possible.length === set.possible.length };
}

/** Reading a property that is not there gives `undefined`. */
function readable(set: ValueSet): ValueSet {
  if (!set.possible.some(({ value }) => value.kind === 'absent')) return set;
  const possible = set.possible.map((one) =>
    one.value.kind === 'absent' ? { ...one, value: { kind: 'undefined' } as const } : one,
  );
  return { possible, complete: set.complete };
}

function literalKeys(set: ValueSet): readonly string[] | undefined {
  if (!set.complete || set.possible.length === 0) return undefined;
  const keys: string[] = [];
  for (const { value } of set.possible) {
    if (value.kind !== 'literal') return undefined;
    keys.push(String(value.value));
  }
  return keys;
}
