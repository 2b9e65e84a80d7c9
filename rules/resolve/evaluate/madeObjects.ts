import { elementTerm, memberEntry, plainLayout } from '../lower/madeTerms';
import { isSpreadUpTo, memberTerm } from '../lower/operands';
import type { LogicalTerm, MemberEntry, ObjectTerm, Term } from '../lower/term';
import type { BuiltinCall } from './builtins';
import { givenArguments } from './given';
import { onlyList, onlyLiteral, onlyWritten } from './onlyValue';
import { type ObjectValue, only, UNKNOWN, type ValueSet } from './value';

/** How a function of a library puts objects together, takes parts of them, or reads them by a path; by its arguments. */
export type ObjectMaking =
  /** All arguments, put together. */
  | {
      readonly merged: 'last-wins' | 'first-wins';
      /** So are the objects inside of them. */
      readonly isDeep?: true;
      /** Called with fewer, it gives a function that waits for the others. */
      readonly least?: number;
    }
  /** The argument with only these members, or without them. */
  | ({ readonly picked: number } & Keys)
  | ({ readonly omitted: number } & Keys)
  /** What stands in the argument at a path, or else the argument that stands in. */
  | ({ readonly member: number; readonly otherwise?: number } & Path)
  /** The argument with another value at a path. */
  | ({ readonly changed: number; readonly value: number } & Path)
  /** The argument, or else the argument that stands in. */
  | { readonly given: number; readonly otherwise: number };

/** The argument that names members, alone or in a list; `isRest`: and those after it. */
interface Keys {
  readonly keys: number;
  readonly isRest?: true;
}

/** The argument that is a list of names, or a text of names that stand apart at a separator. */
interface Path {
  readonly at: number;
  readonly separator?: string;
}

const KINDS = ['merged', 'picked', 'omitted', 'member', 'changed', 'given'];

/** Whether a result is of this kind. */
export function isObjectMaking(result: object): result is ObjectMaking {
  return KINDS.some((kind) => kind in result);
}

/** The value that such a function gives; `undefined` where it is not given what it needs. */
export function madeObject(making: ObjectMaking, call: BuiltinCall): ValueSet | undefined {
  const terms = plainArguments(call);
  if (terms === undefined) return undefined;
  if ('merged' in making) {
    if (terms.length < (making.least ?? 1)) return undefined;
    const isReversed = making.merged === 'first-wins';
    const inOrder = isReversed ? terms.toReversed() : terms;
    return making.isDeep === true ? deeplyMerged(inOrder, isReversed, call) : spreadOf(inOrder, call);
  }
  if ('picked' in making) return ofKeys(picked, terms[making.picked], making, terms, call);
  if ('omitted' in making) return ofKeys(omitted, terms[making.omitted], making, terms, call);
  const choice = standingIn(making, call);
  if (choice !== undefined) return call.evaluator.evaluate(choice, call.frame);
  if ('given' in making) return undefined;
  const at = terms[making.at];
  const object = terms['member' in making ? making.member : making.changed];
  if (at === undefined || object === undefined) return undefined;
  const path = pathIn(at, making.separator, call);
  if ('member' in making)
    return path === undefined ? UNKNOWN : call.evaluator.evaluate(memberTerm(object, path), call.frame);
  const value = terms[making.value];
  return value && withMember(object, path, value, call);
}

/** `value ?? other`, of a call that gives that. */
export function standingIn(making: ObjectMaking, call: BuiltinCall): LogicalTerm | undefined {
  const terms = plainArguments(call);
  if (terms === undefined || !('given' in making || 'member' in making) || making.otherwise === undefined)
    return undefined;
  const right = terms[making.otherwise];
  const left = 'given' in making ? terms[making.given] : memberAt(making, terms, call);
  return left && right && { kind: 'logical', operator: '??', left, right, guarded: false, span: call.term.span };
}

function memberAt(
  { member, at, separator }: Extract<ObjectMaking, { readonly member: number }>,
  terms: readonly Term[],
  call: BuiltinCall,
): Term | undefined {
  const object = terms[member];
  const path = terms[at] && pathIn(terms[at], separator, call);
  return object && path && memberTerm(object, path);
}

/** What a call is given, where no argument is spread, or the caller's. */
function plainArguments({ term, frame }: BuiltinCall): readonly Term[] | undefined {
  const list = givenArguments(term.arguments, frame);
  return list.some((one) => one.spread || one.frame !== undefined) ? undefined : list.map(({ value }) => value);
}

function objectOf(members: readonly MemberEntry[], { term: { span }, frame }: BuiltinCall): ValueSet {
  const term: ObjectTerm = { kind: 'object', members, layout: { ...plainLayout(span.end), isMade: true }, span };
  return only({ kind: 'object', term, frame, writes: [] }, { file: frame.module.file, span });
}

/** Objects of which the later ones win. */
function spreadOf(terms: readonly Term[], call: BuiltinCall): ValueSet {
  return objectOf(
    terms.map((value) => ({ kind: 'spread', value, span: value.span })),
    call,
  );
}

/** The same, where objects inside of them are put together as well: known only where all of them are written out. */
function deeplyMerged(terms: readonly Term[], isReversed: boolean, call: BuiltinCall): ValueSet {
  const { evaluator, frame } = call;
  const objects = terms.map((term) => onlyWritten(evaluator.evaluate(term, frame)));
  const keys = new Set<string>();
  for (const one of objects) {
    const own = one && ownKeys(one);
    if (own === undefined) return UNKNOWN;
    for (const key of own) keys.add(key);
  }
  const members = [...keys].map((key): MemberEntry => {
    const having = terms.filter((_, index) => {
      const one = objects[index];
      return one !== undefined && ownKeys(one)?.includes(key) === true;
    });
    const values = having.map((term) => memberTerm(term, [key]));
    return memberEntry(key, mergedValue(values, isReversed, call), call.term.span);
  });
  return objectOf(members, call);
}

/** The last value; where all of them are objects, what the same function gives of those. */
function mergedValue(values: readonly Term[], isReversed: boolean, call: BuiltinCall): Term {
  const { term } = call;
  const last = values[values.length - 1] ?? { kind: 'unknown', span: term.span };
  if (values.length < 2 || values.some((one) => isPlain(one, call))) return last;
  const list = values.map((value) => elementTerm(value));
  return { ...term, arguments: isReversed ? list.toReversed() : list };
}

function isPlain(term: Term, { evaluator, frame }: BuiltinCall): boolean {
  return evaluator.evaluate(term, frame).possible.every(({ value }) => value.kind !== 'object');
}

/** The keys of an object that is written out; `undefined` where it may have others. */
function ownKeys({ term: { members, layout } }: ObjectValue): readonly string[] | undefined {
  const keys = members.map((one) => (one.kind === 'property' && typeof one.key === 'string' ? one.key : undefined));
  return layout.isClosed && keys.every((key) => key !== undefined) ? (keys as readonly string[]) : undefined;
}

type OfKeys = (object: Term, keys: readonly string[], call: BuiltinCall) => ValueSet;

function ofKeys(
  make: OfKeys,
  object: Term | undefined,
  { keys: first, isRest }: Keys,
  terms: readonly Term[],
  call: BuiltinCall,
): ValueSet | undefined {
  if (object === undefined) return undefined;
  const keys = keysIn(terms.slice(first, isRest === true ? undefined : first + 1), call);
  return keys === undefined ? UNKNOWN : make(object, keys, call);
}

function picked(object: Term, keys: readonly string[], call: BuiltinCall): ValueSet {
  const { evaluator, frame, term } = call;
  const objects = evaluator.evaluate(object, frame);
  const place = { file: frame.module.file, span: term.span };
  return objectOf(
    keys.flatMap((key): readonly MemberEntry[] => {
      const { possible, complete } = evaluator.lookup(objects, key, place);
      if (complete && possible.every(({ value }) => value.kind === 'absent')) return [];
      return [memberEntry(key, memberTerm(object, [key]), term.span)];
    }),
    call,
  );
}

function omitted(object: Term, without: readonly string[], call: BuiltinCall): ValueSet {
  return objectOf([{ kind: 'spread', value: object, span: object.span, without }], call);
}

function withMember(object: Term, path: readonly string[] | undefined, value: Term, call: BuiltinCall): ValueSet {
  const [key, ...others] = path ?? [];
  if (key === undefined || others.length > 0) return UNKNOWN;
  return objectOf([{ kind: 'spread', value: object, span: object.span }, memberEntry(key, value)], call);
}

/** `'a.b'`, where names stand apart at dots, and `['a', 'b']`. */
function pathIn(term: Term, separator: string | undefined, call: BuiltinCall): readonly string[] | undefined {
  const keys = textsIn(term, call);
  const [whole, ...others] = keys ?? [];
  if (term.kind === 'array' || whole === undefined || others.length > 0 || separator === undefined) return keys;
  return /[[\]]/.test(whole) ? undefined : whole.split(separator);
}

/** Names of members, in a list or one after the other; paths are not among them. */
function keysIn(terms: readonly Term[], call: BuiltinCall): readonly string[] | undefined {
  const found = terms.map((term) => textsIn(term, call));
  const keys = found.flatMap((one) => one ?? ['.']);
  return keys.some((key) => /[.[\]]/.test(key)) ? undefined : keys;
}

/** The texts of a list, or one text. */
function textsIn(term: Term, { evaluator, frame }: BuiltinCall): readonly string[] | undefined {
  const set = evaluator.evaluate(term, frame);
  const literal = onlyLiteral(set);
  if (literal !== undefined) return [String(literal)];
  const list = onlyList(set);
  if (list === undefined || isSpreadUpTo(list.term.elements, list.term.elements.length)) return undefined;
  const texts = list.term.elements.map(({ value }) => onlyLiteral(evaluator.evaluate(value, list.frame)));
  return texts.every((text) => text !== undefined) ? texts.map(String) : undefined;
}
