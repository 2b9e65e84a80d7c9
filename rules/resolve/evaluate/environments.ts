import type { Place } from '../../text/span';
import type { Evaluator } from './evaluate';
import { guardedBy, only, UNKNOWN, union, type ValueSet } from './value';

const PRODUCTION = /^(?:prod|production|live|staging)$/i;
const OTHERS = /^(?:dev|develop|development|local|test|testing|ci|qa|default)$/i;

/**
 * What is taken out of an object by a key that is not known, where its keys name environments: `settings[process.env.NODE_ENV]`.
 * What is there for development counts only there; for an environment that is not listed, there is nothing.
 */
export function chosenByEnvironment({ possible }: ValueSet, at: Place, evaluator: Evaluator): ValueSet {
  const [one, ...others] = possible;
  if (one?.value.kind !== 'object' || others.length > 0 || one.value.writes.length > 0) return UNKNOWN;
  const names = one.value.term.members.map((member) =>
    member.kind === 'property' && typeof member.key === 'string' ? member.key : '',
  );
  if (
    !names.some((name) => PRODUCTION.test(name)) ||
    !names.every((name) => PRODUCTION.test(name) || OTHERS.test(name))
  )
    return UNKNOWN;
  const object = { possible: [one], complete: true };
  const listed = names.map((name) => guardedBy(evaluator.lookup(object, name, at), OTHERS.test(name)));
  return union([...listed, only({ kind: 'undefined' }, at)]);
}
