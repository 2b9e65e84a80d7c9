import { lastName } from '../lower/operands';
import type { CallTerm, MemberEntry, Term } from '../lower/term';
import { type Evaluator, placeOf } from './evaluate';
import { offeredIn, offeredTo, termOffered } from './offers';
import { functionsIn, objectsIn, textOf } from './onlyValue';
import { type Frame, type FunctionValue, type ObjectValue, only, type Value, type ValueSet } from './value';

/**
 * Methods that call, by its name, a function of what code offers to a library: `store.commit('session/set', value)`. Before
 * what it is given after the name, the function gets something of the library.
 */
export interface NamedCalls {
  /** The methods, and the member of what is offered that holds the functions which each calls. */
  readonly by: Readonly<Record<string, string>>;
  /** The member that holds parts of the same kind, by their names. */
  readonly parts: string;
  /** The member by which a part says that its functions bear its name before theirs. */
  readonly isPrefixed: string;
  readonly separator: string;
}

/** The methods that do so of one library. */
export interface OwnedNamedCalls extends NamedCalls {
  readonly package: string;
}

/** Parts in parts. */
const MAX_NESTING = 4;

/** A function that a call means, and the call as the function gets it. */
export interface NamedCallee {
  readonly callee: FunctionValue;
  readonly term: CallTerm;
}

/** The functions that a call names, in what code offers to libraries. */
export function calledByName(term: CallTerm, frame: Frame, evaluator: Evaluator): readonly NamedCallee[] {
  const method = lastName(term.callee);
  const all = method === undefined ? [] : evaluator.apis.namedCallsBy(method);
  if (method === undefined || all.length === 0 || term.arguments.some(({ spread }) => spread)) return [];
  const name = textOf(term.arguments[0]?.value, frame, evaluator);
  if (name === undefined) return [];
  const unknown: Term = { kind: 'unknown', span: term.span };
  const rest = { ...term, arguments: term.arguments.slice(1) };
  return all
    .flatMap((calls) => functionsMeant(method, name, calls, frame, evaluator))
    .map((one) => ({
      callee: { ...one, bound: [{ value: unknown, span: term.span, spread: false, frame }] },
      term: rest,
    }));
}

function functionsMeant(
  method: string,
  name: string,
  calls: OwnedNamedCalls,
  frame: Frame,
  evaluator: Evaluator,
): readonly FunctionValue[] {
  const offers = evaluator.apis.offersOf(calls.package);
  if (offers === undefined) return [];
  const wholes = offeredTo(offers, evaluator).flatMap((offered) => {
    const given = termOffered(offered);
    return given === undefined ? [] : objectsIn(evaluator.evaluate(given.term, given.frame));
  });
  const look: Look = { calls, holder: calls.by[method] ?? '', evaluator };
  const named = wholes.flatMap((whole) => namedIn(whole, name.split(calls.separator), look, MAX_NESTING));
  if (named.length > 0) return named;
  // What stands in a part that has a name of its own calls the rest of it without that name.
  return wholes
    .flatMap((whole) => allNamed(whole, name, look, MAX_NESTING))
    .filter((one) => one.frame.module.file === frame.module.file);
}

/** A function that others call by its name: by which method, and what such a call shows. */
export interface NamedFunction {
  readonly method: string;
  readonly literals: readonly string[];
  readonly function: FunctionValue;
}

/** The functions of an object that are called by their names once it is offered to a library. */
export function namedFunctions(whole: Value, evaluator: Evaluator): readonly NamedFunction[] {
  if (whole.kind !== 'object') return [];
  return evaluator.apis.namedCalls.flatMap(({ by }) =>
    Object.entries(by).flatMap(([method, holder]) =>
      objectsIn(memberOf(whole, holder, evaluator)).flatMap(({ term, frame }) =>
        term.members.flatMap((member) => namedFunctionsOf(member, method, frame, evaluator)),
      ),
    ),
  );
}

/** The same of what a file itself offers: a store that is made of its mutations and actions in one place. */
export function functionsOffered(frame: Frame, evaluator: Evaluator): readonly NamedFunction[] {
  return evaluator.apis.namedCalls.flatMap((calls) => {
    const offers = evaluator.apis.offersOf(calls.package);
    return (offers === undefined ? [] : offeredIn(frame, offers, evaluator)).flatMap((offered) => {
      const given = termOffered(offered);
      const wholes = given === undefined ? [] : objectsIn(evaluator.evaluate(given.term, given.frame));
      return wholes.flatMap((whole) => namedFunctions(whole, evaluator));
    });
  });
}

function namedFunctionsOf(
  member: MemberEntry,
  method: string,
  frame: Frame,
  evaluator: Evaluator,
): readonly NamedFunction[] {
  if (member.kind !== 'property') return [];
  const { key, value } = member;
  const shown = typeof key === 'string' ? [key] : [lastName(key), textOf(key, frame, evaluator)];
  const literals = shown.filter((one) => one !== undefined);
  if (literals.length === 0) return [];
  return functionsIn(evaluator.evaluate(value, frame)).map((one) => ({ method, literals, function: one }));
}

interface Look {
  readonly calls: NamedCalls;
  /** The member that holds the functions. */
  readonly holder: string;
  readonly evaluator: Evaluator;
}

/** What bears a name, with the names of parts before it. */
function namedIn(
  whole: ObjectValue,
  [first = '', ...rest]: readonly string[],
  look: Look,
  left: number,
): readonly FunctionValue[] {
  const own = rest.length > 0 ? [] : functionsNamed(whole, first, look);
  const inner = partsOf(whole, look, left).flatMap(({ name, part }) => {
    const isPrefixed = memberOf(part, look.calls.isPrefixed, look.evaluator).possible.some(
      ({ value }) => value.kind === 'literal' && value.value === true,
    );
    if (!isPrefixed) return namedIn(part, [first, ...rest], look, left - 1);
    return name === first && rest.length > 0 ? namedIn(part, rest, look, left - 1) : [];
  });
  return [...own, ...inner];
}

/** What bears a name in whichever part. */
function allNamed(whole: ObjectValue, name: string, look: Look, left: number): readonly FunctionValue[] {
  const inner = partsOf(whole, look, left).flatMap(({ part }) => allNamed(part, name, look, left - 1));
  return [...functionsNamed(whole, name, look), ...inner];
}

function functionsNamed(whole: ObjectValue, name: string, { holder, evaluator }: Look): readonly FunctionValue[] {
  return objectsIn(memberOf(whole, holder, evaluator)).flatMap((one) => functionsIn(memberOf(one, name, evaluator)));
}

function partsOf(
  whole: ObjectValue,
  { calls, evaluator }: Look,
  left: number,
): readonly { readonly name: string; readonly part: ObjectValue }[] {
  if (left === 0) return [];
  return objectsIn(memberOf(whole, calls.parts, evaluator)).flatMap((parts) =>
    parts.term.members.flatMap((one) => {
      if (one.kind !== 'property' || typeof one.key !== 'string') return [];
      const name = one.key;
      return objectsIn(evaluator.evaluate(one.value, parts.frame)).map((part) => ({ name, part }));
    }),
  );
}

function memberOf(object: ObjectValue, key: string, evaluator: Evaluator): ValueSet {
  const place = placeOf(object.term.span, object.frame);
  return evaluator.lookup(only(object, place), key, place);
}
