import type { Place } from '../../text/span';
import { elementTerm } from '../lower/madeTerms';
import { argumentOf, memberTerm } from '../lower/operands';
import type { CallTerm, Term } from '../lower/term';
import { instancesOf } from './annotations';
import { type Evaluator, placeOf } from './evaluate';
import { moduleFrame } from './frames';
import type { Given } from './given';
import { moduleFor } from './imports';
import {
  type ApiValue,
  type Frame,
  type FramedCall,
  firstCallOf,
  isNothing,
  lastCallOf,
  only,
  type Possible,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

/** A call by which code offers something to a library, for other code to ask for it by a name. */
export interface Offer {
  /** Its path in the library; `provide`: an object that says what to provide. */
  readonly by: string;
  /**
   * The argument that is the name, that of the call of which it is a method, what it is a method of, or what is called itself.
   * Without one, what is offered is an object of names.
   */
  readonly name?: number | 'receiver' | 'owner' | 'itself';
  /** The argument that is offered, and where in it. */
  readonly value: number;
  readonly path?: readonly string[];
  /** It is a list of these. */
  readonly isList?: true;
  readonly is: 'value' | 'instance' | 'returned';
}

/** The offers of one library. */
export interface Offers {
  readonly package: string;
  readonly modules: readonly string[];
  readonly offers: readonly Offer[];
}

/** The name under which a call for a provider is known: `{ provide: NAME, useClass: Own }`. */
export const PROVIDER = 'provide';

/** Something that a file of the package offers. */
export interface Offered extends FramedCall {
  readonly offer: Offer;
}

/** What all files of the package offer to a library. */
export function offeredTo(offers: Offers, evaluator: Evaluator): readonly Offered[] {
  const { world } = evaluator;
  return evaluator.offered(offers.package, () => {
    const others = (world.registrars(offers.package) ?? []).map((summary): Frame => {
      return moduleFrame(moduleFor(summary), 1);
    });
    return [moduleFrame(world.own), ...others].flatMap((frame) => offeredIn(frame, offers, evaluator));
  });
}

/** What one file offers. */
export function offeredIn(frame: Frame, { modules, offers }: Offers, evaluator: Evaluator): readonly Offered[] {
  return frame.module.registrations().flatMap((term) => {
    const by = pathOf(term, modules, frame, evaluator);
    return offers.flatMap((offer) => (by.includes(offer.by) ? [{ offer, term, frame }] : []));
  });
}

/** The paths in a library of what a call calls. */
function pathOf(
  { callee, form }: CallTerm,
  modules: readonly string[],
  frame: Frame,
  evaluator: Evaluator,
): readonly string[] {
  if (form === 'provider') return [PROVIDER];
  return evaluator
    .evaluate(callee, frame)
    .possible.flatMap(({ value }) => (value.kind === 'api' && modules.includes(value.module) ? [value.path] : []));
}

/** The name that something is offered under; `undefined` where it is an object of names. */
export function nameOffered(offered: Offered, evaluator: Evaluator): ValueSet | undefined {
  const found = namedCall(offered, evaluator);
  return found && (argumentAt(found.call, found.index, evaluator) ?? UNKNOWN);
}

/** The same, as it is written. */
export function nameAsked(offered: Offered, evaluator: Evaluator): Term | undefined {
  const { call, index } = namedCall(offered, evaluator) ?? {};
  return call?.term.arguments[index ?? 0]?.value;
}

/** The call whose argument names what is offered. */
function namedCall(
  { offer: { name }, term, frame }: Offered,
  evaluator: Evaluator,
): { readonly call: FramedCall; readonly index: number } | undefined {
  if (term.form === 'provider') return { call: { term: namedBy(term.callee, term), frame }, index: 0 };
  if (name === 'owner') {
    const owner = term.callee.kind === 'member' ? term.callee.object : undefined;
    return owner && { call: { term: namedBy(owner, term), frame }, index: 0 };
  }
  if (name === 'itself') return { call: { term: namedBy(term.callee, term), frame }, index: 0 };
  if (name === undefined) return undefined;
  if (name !== 'receiver') return { call: { term, frame }, index: name };
  for (const { value } of evaluator.evaluate(term.callee, frame).possible) {
    const call = value.kind === 'api' ? lastCallOf(value) : undefined;
    if (call !== undefined) return { call, index: 0 };
  }
  return undefined;
}

/** A call with a name as its argument, for one that bears it in another way. */
function namedBy(value: Term, term: CallTerm): CallTerm {
  return { ...term, arguments: [elementTerm(value)] };
}

function argumentAt({ term, frame }: FramedCall, index: number, evaluator: Evaluator): ValueSet | undefined {
  const given = argumentOf(term, index);
  return given && evaluator.evaluate(given.value, frame);
}

/** What is offered, as it is written. */
export function termOffered({ offer, term, frame }: Offered): Given | undefined {
  const given = argumentOf(term, offer.value);
  return given && { term: memberTerm(given.value, offer.path ?? []), frame };
}

/** What a container gives that is asked for a name: what is offered under it, else an instance of the class that it is. */
export function offeredUnder(names: ValueSet, offers: Offers, at: Place, evaluator: Evaluator): ValueSet | undefined {
  const sets = names.possible.flatMap(({ value }): readonly ValueSet[] => {
    const made = value.kind === 'api' ? madeByKey(value, evaluator) : undefined;
    if (made !== undefined) return [made];
    const key = keyOfName(value, evaluator);
    const found = key === undefined ? [] : offeredFor(key, offers, at, evaluator);
    const own = instancesOf(only(value, at), at, evaluator);
    return own.possible.length === 0 ? found : [...found, own];
  });
  return sets.length === 0 ? undefined : { possible: union(sets).possible, complete: false };
}

/** A name that brings along what it stands for: `jwtConfig.KEY`, `new InjectionToken('…', { factory })`. */
function madeByKey(value: ApiValue, evaluator: Evaluator): ValueSet | undefined {
  const result = evaluator.apis.resultAt(value.module, value.path);
  return result !== undefined && 'returnedBy' in result
    ? returnedByMaker(value, result.returnedBy, result.path ?? [], evaluator)
    : undefined;
}

/** What the function returns that the call was given which made a value. */
export function returnedByMaker(
  made: ApiValue,
  index: number,
  path: readonly string[],
  evaluator: Evaluator,
): ValueSet | undefined {
  const call = lastCallOf(made);
  const given = call && argumentOf(call.term, index);
  return given && returnedOf(evaluator.evaluate(memberTerm(given.value, path), call.frame), evaluator);
}

/** What functions return; `undefined` when one is not known. */
export function returnedOf(functions: ValueSet, evaluator: Evaluator): ValueSet | undefined {
  const terms = returnsOf(functions);
  return terms && union(terms.map(({ term, frame }) => evaluator.evaluate(term, frame)));
}

/** What functions return, as it is written; `undefined` when one is not known. */
export function returnsOf({ possible, complete }: ValueSet): readonly Given[] | undefined {
  if (!complete || possible.length === 0) return undefined;
  const found: Given[] = [];
  for (const { value } of possible) {
    if (value.kind !== 'function') return undefined;
    for (const one of value.frame.module.function(value.id).returns)
      found.push({ term: one.value, frame: value.frame });
  }
  return found;
}

/** What is offered under one name. */
function offeredFor(key: string, offers: Offers, at: Place, evaluator: Evaluator): readonly ValueSet[] {
  return offeredTo(offers, evaluator).flatMap((offered) => {
    const given = givenUnder(key, offered, evaluator);
    if (given === undefined) return [];
    const value = valueOffered(offered.offer.is, evaluator.evaluate(given.term, given.frame), at, evaluator);
    const possible = value.possible.filter((one) => !isNothing(one.value));
    return possible.length === 0 ? [] : [{ possible, complete: false }];
  });
}

/** What is offered, if it is offered under that name. */
function givenUnder(key: string, offered: Offered, evaluator: Evaluator): Given | undefined {
  const given = termOffered(offered);
  if (given === undefined) return undefined;
  const names = nameOffered(offered, evaluator);
  if (names !== undefined)
    return names.possible.some(({ value }) => keyOfName(value, evaluator) === key) ? given : undefined;
  return key.startsWith(TEXT) ? { ...given, term: memberTerm(given.term, [key.slice(TEXT.length)]) } : undefined;
}

/** What a container makes of what it is offered. */
export function valueOffered(is: Offer['is'], set: ValueSet, at: Place, evaluator: Evaluator): ValueSet {
  if (is === 'value') return set;
  if (is === 'returned') return returnedOf(set, evaluator) ?? UNKNOWN;
  const classes = union(set.possible.map((one) => wrapped(one, evaluator)));
  return instancesOf(classes, at, evaluator);
}

/** The class of `asClass(Own).singleton()`; else what is there. */
function wrapped(one: Possible, evaluator: Evaluator): ValueSet {
  const made = one.value.kind === 'api' ? firstCallOf(one.value) : undefined;
  return (made && argumentAt(made, 0, evaluator)) ?? { possible: [one], complete: true };
}

/** How the keys of names begin that are texts. */
const TEXT = 'text ';

/** What makes a name the same as another: a text, a class, or where a symbol or a token was made. */
function keyOfName(value: Value, evaluator: Evaluator): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? `${TEXT}${value.value}` : undefined;
  if (value.kind === 'class') return `class ${value.frame.module.file} ${value.id}`;
  if (value.kind !== 'api' || value.path === '') return undefined;
  if (value.call === undefined) return value.module === '' ? undefined : `${value.module} ${value.path}`;
  const { term, frame } = value.call;
  const [name] = value.path === 'Symbol.for()' ? (argumentAt(value.call, 0, evaluator)?.possible ?? []) : [];
  if (name?.value.kind === 'literal') return `symbol ${String(name.value.value)}`;
  const { file, span } = placeOf(term.span, frame);
  return `made ${file} ${span.start}`;
}

/** What a decorator asks a library for; `undefined` where nobody is known to offer it. */
export function valueAsked(asked: CallTerm, frame: Frame, evaluator: Evaluator): ValueSet | undefined {
  const { apis, evaluate } = evaluator;
  const at = placeOf(asked.span, frame);
  for (const { value } of evaluate(asked.callee, frame).possible) {
    const result = value.kind === 'api' ? apis.resultOfCall(value.module, value.path) : undefined;
    const offers = value.kind === 'api' ? apis.offersOf(value.module) : undefined;
    const names =
      result !== undefined && 'offered' in result && argumentAt({ term: asked, frame }, result.offered, evaluator);
    if (offers !== undefined && names) return offeredUnder(names, offers, at, evaluator);
  }
  return undefined;
}
