import type { Place } from '../../text/span';
import { argumentOf, memberTerm } from '../lower/operands';
import type { Evaluator } from './evaluate';
import { returnedOf } from './offers';
import { type ApiValue, firstCallOf, type Possible, UNKNOWN, type ValueSet } from './value';

/** Where the functions of code stand that are members of what a library makes: the actions of a store. */
export interface MadeMembers {
  /** The argument of the call that made it, and where in that. */
  readonly argument: number;
  readonly path?: readonly string[];
  /** They are in what the function returns that stands there. */
  readonly isReturned?: true;
  /** They are reducers: what they are called with is the payload of an action. */
  readonly takesPayload?: true;
}

/** The functions of code that a member of an API value is; `undefined` where it is none. */
export function madeMember(
  api: ApiValue,
  key: string,
  at: Place,
  places: readonly MadeMembers[],
  evaluator: Evaluator,
): ValueSet | undefined {
  const found = places.flatMap((place) =>
    evaluator.lookup(objectsAt(place, api, evaluator), key, at).possible.flatMap((one): readonly Possible[] => {
      if (one.value.kind !== 'function') return [];
      return [place.takesPayload === true ? { ...one, value: { ...one.value, takesPayload: true } } : one];
    }),
  );
  return found.length === 0 ? undefined : { possible: found, complete: true };
}

/** The names of all of them. */
export function madeNames(api: ApiValue, places: readonly MadeMembers[], evaluator: Evaluator): readonly string[] {
  return places.flatMap((place) =>
    objectsAt(place, api, evaluator).possible.flatMap(({ value }) => {
      const members = value.kind === 'object' ? value.term.members : [];
      return members.flatMap((one) => (one.kind === 'property' && typeof one.key === 'string' ? one.key : []));
    }),
  );
}

/** What has them, as its maker was given it. */
function objectsAt({ argument, path = [], isReturned }: MadeMembers, api: ApiValue, evaluator: Evaluator): ValueSet {
  // The first call on the way to a value: that of `createSlice` for what `slice.actions` is.
  const call = firstCallOf(api);
  const given = call && argumentOf(call.term, argument);
  if (call === undefined || given === undefined) return UNKNOWN;
  const value = evaluator.evaluate(memberTerm(given.value, path), call.frame);
  return isReturned === true ? (returnedOf(value, evaluator) ?? UNKNOWN) : value;
}
