import { millisecondsOf } from '../text/duration';
import type { Place } from '../text/span';
import { only, UNKNOWN, type ValueSet } from './value';

/** What the package `ms` makes of a text: a number of milliseconds. Of a number it makes a text. */
export function millisecondsSaid({ possible: [one, ...others], complete }: ValueSet, place: Place): ValueSet {
  if (!complete || others.length > 0 || one?.value.kind !== 'literal') return UNKNOWN;
  const milliseconds = typeof one.value.value === 'string' ? millisecondsOf(one.value.value) : undefined;
  return milliseconds === undefined ? UNKNOWN : only({ kind: 'literal', value: milliseconds }, place);
}
