import type { Where } from '../../models/model';
import type { ValueSet } from '../../resolve/evaluate/value';
import type { Place } from '../../text/span';
import type { Site } from '../site';
import { valuesAt } from '../values/settings';

/** A member of a state, by its names from the whole state. */
export interface StateMember {
  readonly path: readonly string[];
  readonly place: Place;
}

/** Lists in objects in lists that are looked into. */
const MAX_DEPTH = 3;

/** The members that a list names: `['auth', 'user.token', { session: ['token'] }]`, or the one text that stands there. */
export function namedMembers(where: Where, site: Site): readonly StateMember[] {
  return membersIn(valuesAt(where, site), [], site);
}

function membersIn({ possible }: ValueSet, path: readonly string[], site: Site): readonly StateMember[] {
  if (path.length > MAX_DEPTH) return [];
  const { evaluator } = site;
  return possible.flatMap(({ value, place }): readonly StateMember[] => {
    if (value.kind === 'literal') return [{ path: [...path, ...String(value.value).split('.')], place }];
    if (value.kind === 'array')
      return value.term.elements.flatMap((one) =>
        one.spread ? [] : membersIn(evaluator.evaluate(one.value, value.frame), path, site),
      );
    if (value.kind !== 'object') return [];
    return value.term.members.flatMap((member) => {
      if (member.kind !== 'property' || typeof member.key !== 'string') return [];
      const inner = evaluator.evaluate(member.value, value.frame);
      // Other options of a member may encrypt it, or choose parts of it.
      const isList = inner.complete && inner.possible.every((one) => one.value.kind === 'array');
      return isList ? membersIn(inner, [...path, member.key], site) : [];
    });
  });
}
