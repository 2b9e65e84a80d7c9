import { millisecondsOf } from '../../text/duration';
import type { Place } from '../../text/span';
import { type Possible, UNKNOWN, type ValueSet } from './value';

/** What the package `ms` makes of a text: a number of milliseconds. Of a number it makes a text. */
export function millisecondsSaid(texts: ValueSet, place: Place): ValueSet {
  const possible = texts.possible.flatMap((one): readonly Possible[] => {
    const said = millisecondsIn(one);
    // What is edited is the call.
    return said === undefined ? [] : [{ ...one, value: { kind: 'literal', value: said }, place }];
  });
  if (possible.length === 0) return UNKNOWN;
  return { possible, complete: texts.complete && possible.length === texts.possible.length };
}

function millisecondsIn({ value }: Possible): number | undefined {
  return value.kind === 'literal' && typeof value.value === 'string' ? millisecondsOf(value.value) : undefined;
}
