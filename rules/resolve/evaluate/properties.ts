import type { Place } from '../../text/span';
import { isSpreadUpTo } from '../lower/operands';
import type { MemberEntry, ObjectTerm, Term } from '../lower/term';
import { memberOfClass, memberOfInstance } from './classMembers';
import { type Evaluator, placeOf } from './evaluate';
import { exportedValue } from './imports';
import { asClass } from './inheritance';
import { madeMember } from './madeMembers';
import { isCode, writtenProperty } from './mutations';
import {
  type ApiValue,
  type Frame,
  guardedBy,
  incomplete,
  isNothing,
  type ObjectValue,
  only,
  type Possible,
  seenFrom,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

/** Names under which the global object itself is known. */
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent']);

/** The values of property `key` of one possible value; `absent` where it has no such property. */
export function propertyOf(one: Possible, key: string, at: Place, evaluator: Evaluator): ValueSet {
  const { value } = one;
  switch (value.kind) {
    case 'object':
      return inherit(one, objectProperty(value, key, one.place, evaluator));
    case 'array':
      return inherit(one, arrayProperty(value, key, evaluator));
    case 'namespace':
      return exportedValue(value.module, key, at, evaluator) ?? UNKNOWN;
    case 'class':
      return memberOfClass(value, key, evaluator) ?? UNKNOWN;
    case 'function': {
      const used = asClass(value);
      return (used && memberOfClass(used, key, evaluator)) ?? UNKNOWN;
    }
    case 'instance':
      return memberOfInstance(value, key, at, evaluator);
    case 'environment':
      return only({ kind: 'environment', name: value.name ?? key }, at);
    case 'api': {
      const places = evaluator.apis.membersOf(value.module, value.path);
      const made = places && madeMember(value, key, at, places, evaluator);
      return made ?? only(memberOfApi(value, key, evaluator), at);
    }
    case 'literal':
      return isMemberOfText(value.value, key) ? UNKNOWN : only({ kind: 'absent' }, at);
    default:
      return UNKNOWN;
  }
}

function isMemberOfText(value: unknown, key: string): boolean {
  return typeof value !== 'string' || key in String.prototype || /^(?:length|\d+)$/.test(key);
}

/** Guards and steps of the object hold for what is read from it. */
function inherit(one: Possible, set: ValueSet): ValueSet {
  let result = set;
  for (const place of [...one.trail].reverse()) result = seenFrom(result, place);
  return one.guarded ? { ...result, possible: result.possible.map((inner) => ({ ...inner, guarded: true })) } : result;
}

function objectProperty(object: ObjectValue, key: string, place: Place, evaluator: Evaluator): ValueSet {
  const lookup = (set: ValueSet, name: string): ValueSet => evaluator.lookup(set, name, place);
  return evaluator.unlessLooking(object.term, key, () => {
    const initial = builtProperty(object.term, key, place, object.frame, evaluator);
    return writtenProperty(initial, key, object.writes, lookup, evaluator);
  });
}

/** What an object literal gives to a property: the last member that may set it wins. */
function builtProperty(
  { members, layout }: ObjectTerm,
  key: string,
  place: Place,
  frame: Frame,
  evaluator: Evaluator,
): ValueSet {
  const found: ValueSet[] = [];
  for (let index = members.length - 1; index >= 0; index--) {
    const member = members[index];
    if (member === undefined) continue;
    if (member.kind === 'property') {
      const verdict = keyMatches(member.key, key, frame, evaluator);
      if (verdict === true) return union([...found, evaluator.evaluate(member.value, frame)]);
      if (verdict === undefined) return union([...found, UNKNOWN]);
      continue;
    }
    if (member.without?.includes(key)) continue;
    const spread = spreadProperty(spreadValue(member.value, frame, evaluator), key, place, evaluator);
    const present = spread.possible.filter(({ value }) => value.kind !== 'absent');
    if (present.length > 0) found.push({ possible: present, complete: true });
    if (!spread.complete)
      return union([...found, ...defaultCode(members.slice(0, index), key, frame, evaluator), UNKNOWN]);
    if (present.length === spread.possible.length && present.length > 0) return union(found);
  }
  // While its brace is missing, more may be on its way.
  return union([...found, layout.isClosed ? only({ kind: 'absent' }, place) : UNKNOWN]);
}

/**
 * `{ storage: localStorage, ...options }`: what callers say nothing of is done by the code that stands there. Plain values
 * are not known behind a spread: they are there to be replaced.
 */
function defaultCode(
  before: readonly MemberEntry[],
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): readonly ValueSet[] {
  const last = before[before.length - 1];
  if (last === undefined) return [];
  const place = placeOf(last.value.span, frame);
  const set =
    last.kind === 'spread'
      ? spreadProperty(spreadValue(last.value, frame, evaluator), key, place, evaluator)
      : keyMatches(last.key, key, frame, evaluator) === true
        ? evaluator.evaluate(last.value, frame)
        : undefined;
  if (set === undefined) return defaultCode(before.slice(0, -1), key, frame, evaluator);
  const code = set.possible.filter(({ value }) => isCode(value));
  return code.length === 0 ? [] : [{ possible: code, complete: true }];
}

function keyMatches(
  key: MemberEntry & { kind: 'property' } extends { key: infer K } ? K : never,
  wanted: string,
  frame: Frame,
  evaluator: Evaluator,
): boolean | undefined {
  if (typeof key === 'string') return key === wanted;
  const { possible, complete } = evaluator.evaluate(key, frame);
  const names = possible.map(({ value }) => (value.kind === 'literal' ? String(value.value) : undefined));
  if (!complete || names.includes(undefined)) return undefined;
  if (!names.includes(wanted)) return false;
  return names.length === 1 ? true : undefined;
}

/** What a spread adds: of `condition && object`, the object or nothing, whatever the condition is. */
function spreadValue(term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  if (term.kind !== 'logical' || term.operator !== '&&') return evaluator.evaluate(term, frame);
  const nothing = only({ kind: 'undefined' }, placeOf(term.span, frame));
  return union([guardedBy(evaluator.evaluate(term.right, frame), term.guarded), nothing]);
}

/** Spreading nothing (`false`, `null`, `undefined`) adds nothing; spreading something unknown may add anything. */
function spreadProperty(spread: ValueSet, key: string, place: Place, evaluator: Evaluator): ValueSet {
  const absent = only({ kind: 'absent' }, place);
  const sets = spread.possible.map((one): ValueSet => {
    const { value } = one;
    if (value.kind === 'object' || value.kind === 'namespace') return propertyOf(one, key, place, evaluator);
    return isNothing(value) || (value.kind === 'literal' && !value.value) ? absent : UNKNOWN;
  });
  const all = union(sets);
  return spread.complete ? all : incomplete(all);
}

function arrayProperty(array: Value & { kind: 'array' }, key: string, evaluator: Evaluator): ValueSet {
  const index = Number(key);
  const paired = Number.isInteger(index) ? undefined : valueOfPair(array, key);
  if (paired !== undefined) return evaluator.evaluate(paired, array.frame);
  if (!Number.isInteger(index) || array.open) return UNKNOWN;
  const element = array.term.elements[index];
  if (element === undefined || isSpreadUpTo(array.term.elements, index)) return UNKNOWN;
  return evaluator.evaluate(element.value, array.frame);
}

/** What a list of pairs holds under a name: `[['Set-Cookie', text]]`. */
function valueOfPair({ term }: Value & { kind: 'array' }, key: string): Term | undefined {
  for (const { value } of term.elements) {
    if (value.kind !== 'array') return undefined;
    const [name, content] = value.elements;
    if (name?.value.kind === 'literal' && name.value.value === key) return content?.value;
  }
  return undefined;
}

/** A member of part of a package, or of the platform. */
export function memberOfApi(api: ApiValue, key: string, { apis }: Evaluator): Value {
  if (api.path === 'process' && key === 'env') return { kind: 'environment', name: undefined };
  if (api.path === 'import.meta' && key === 'env') return { kind: 'environment', name: undefined };
  // `default` of a CommonJS package is the package; `window.parent` is a window.
  const isSame = key === 'default' || (api.module === '' && GLOBAL_OBJECTS.has(key));
  const path = api.path === '' ? (isSame ? '' : key) : `${api.path}.${key}`;
  return { kind: 'api', ...apis.canonical(api.module, path), call: undefined, receiver: api, key };
}
