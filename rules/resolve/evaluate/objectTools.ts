import { isSpreadUpTo, memberTerm } from '../lower/operands';
import type { ElementTerm, MemberEntry, ObjectTerm, Term } from '../lower/term';
import type { BuiltinCall } from './builtins';
import { givenArguments } from './given';
import { type ApiValue, type ObjectValue, only, UNKNOWN, union, type ValueSet } from './value';

// What the functions of lodash and of ramda give that put objects together, take parts of them, or read them by a path.

const ALL = /^(?:lodash|lodash-es|underscore|ramda)$/;
const ONE = /^(?:(?:lodash|lodash-es|ramda\/(?:src|es))[/]|lodash\.)(\w+)(?:\.js)?$/;

/** What such a function gives; `undefined` for any other. */
export function toolResult({ module, path }: ApiValue, call: BuiltinCall): ValueSet | undefined {
  const isAll = ALL.test(module);
  const name = isAll ? path : path === '' ? ONE.exec(module)?.[1] : undefined;
  if (name === undefined) return undefined;
  const list = givenArguments(call.term.arguments, call.frame);
  if (list.some(({ spread, frame }) => spread || frame !== undefined)) return undefined;
  const terms = list.map(({ value }) => value);
  return module.startsWith('ramda') ? ramdaResult(name, terms, call) : lodashResult(name.toLowerCase(), terms, call);
}

function lodashResult(name: string, terms: readonly Term[], call: BuiltinCall): ValueSet | undefined {
  const [object, second, third] = terms;
  if (object === undefined) return undefined;
  switch (name) {
    case 'clone':
    case 'clonedeep':
      return call.evaluator.evaluate(object, call.frame);
    case 'assign':
    case 'assignin':
    case 'extend':
      return spreadOf(terms, call);
    case 'defaults':
      return spreadOf(terms.toReversed(), call);
    case 'merge':
      return deeplyMerged(terms, call);
    case 'defaultsdeep':
      return deeplyMerged(terms.toReversed(), call);
    case 'pick':
      return picked(object, keysIn(terms.slice(1), call), call);
    case 'omit':
      return omitted(object, keysIn(terms.slice(1), call), call);
    case 'get':
      return second && readAt(object, pathIn(second, call), third, call);
    case 'set':
      return second && third && withMember(object, pathIn(second, call), third, call);
    default:
      return undefined;
  }
}

function ramdaResult(name: string, terms: readonly Term[], call: BuiltinCall): ValueSet | undefined {
  const [first, second, third] = terms;
  if (first === undefined || second === undefined) return undefined;
  switch (name) {
    case 'merge':
    case 'mergeRight':
      return spreadOf([first, second], call);
    case 'mergeLeft':
      return spreadOf([second, first], call);
    case 'mergeDeepRight':
      return deeplyMerged([first, second], call);
    case 'mergeDeepLeft':
      return deeplyMerged([second, first], call);
    case 'pick':
      return picked(second, keysIn([first], call), call);
    case 'omit':
      return omitted(second, keysIn([first], call), call);
    case 'prop':
    case 'path':
      return readAt(second, pathIn(first, call), undefined, call);
    case 'propOr':
    case 'pathOr':
      return third && readAt(third, pathIn(second, call), first, call);
    case 'assoc':
      return third && withMember(third, pathIn(first, call), second, call);
    default:
      return undefined;
  }
}

function objectOf(members: readonly MemberEntry[], { term: { span }, frame }: BuiltinCall): ValueSet {
  const layout = {
    end: span.end,
    trailingComma: false,
    isClosed: true,
    commentEnd: undefined,
    lineBreak: undefined,
    isMade: true,
  } as const;
  const term: ObjectTerm = { kind: 'object', members, layout, span };
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
function deeplyMerged(terms: readonly Term[], call: BuiltinCall): ValueSet {
  const objects = terms.map((term) => writtenObject(term, call));
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
    return { kind: 'property', key, value: mergedValue(values, call), span: call.term.span, shorthand: true };
  });
  return objectOf(members, call);
}

/** The last value, or all of them put together where they are objects. */
function mergedValue(values: readonly Term[], call: BuiltinCall): Term {
  const { term } = call;
  const last = values[values.length - 1] ?? { kind: 'unknown', span: term.span };
  if (values.length < 2 || values.some((one) => isPlain(one, call))) return last;
  const list = values.map((value): ElementTerm => ({ value, span: value.span, spread: false }));
  return { ...term, arguments: isReversed(call) ? list.toReversed() : list };
}

/** Functions whose first argument wins. */
function isReversed({ term: { callee } }: BuiltinCall): boolean {
  const name = callee.kind === 'member' ? callee.key : callee.kind === 'reference' ? callee.name : '';
  return typeof name === 'string' && /^(?:defaultsDeep|mergeDeepLeft)$/i.test(name);
}

function isPlain(term: Term, { evaluator, frame }: BuiltinCall): boolean {
  return evaluator.evaluate(term, frame).possible.every(({ value }) => value.kind !== 'object');
}

function writtenObject(term: Term, { evaluator, frame }: BuiltinCall): ObjectValue | undefined {
  const { possible, complete } = evaluator.evaluate(term, frame);
  const [one, ...others] = possible;
  const isOne = complete && others.length === 0 && one?.value.kind === 'object' && one.value.writes.length === 0;
  return isOne && one.value.kind === 'object' ? one.value : undefined;
}

/** The keys of an object that is written out; `undefined` where it may have others. */
function ownKeys({ term: { members, layout } }: ObjectValue): readonly string[] | undefined {
  const keys = members.map((one) => (one.kind === 'property' && typeof one.key === 'string' ? one.key : undefined));
  return layout.isClosed && keys.every((key) => key !== undefined) ? (keys as readonly string[]) : undefined;
}

function picked(object: Term, keys: readonly string[] | undefined, call: BuiltinCall): ValueSet {
  if (keys === undefined) return UNKNOWN;
  const { evaluator, frame, term } = call;
  const objects = evaluator.evaluate(object, frame);
  const place = { file: frame.module.file, span: term.span };
  return objectOf(
    keys.flatMap((key): readonly MemberEntry[] => {
      const { possible, complete } = evaluator.lookup(objects, key, place);
      if (complete && possible.every(({ value }) => value.kind === 'absent')) return [];
      return [{ kind: 'property', key, value: memberTerm(object, [key]), span: term.span, shorthand: true }];
    }),
    call,
  );
}

function omitted(object: Term, without: readonly string[] | undefined, call: BuiltinCall): ValueSet {
  return without === undefined
    ? UNKNOWN
    : objectOf([{ kind: 'spread', value: object, span: object.span, without }], call);
}

/** What stands at a path, or else what stands in. */
function readAt(
  object: Term,
  path: readonly string[] | undefined,
  standIn: Term | undefined,
  { evaluator, frame }: BuiltinCall,
): ValueSet {
  if (path === undefined) return UNKNOWN;
  const set = evaluator.evaluate(memberTerm(object, path), frame);
  const given = set.possible.filter(({ value }) => value.kind !== 'undefined');
  if (standIn === undefined || (set.complete && given.length === set.possible.length)) return set;
  return union([{ possible: given, complete: set.complete }, evaluator.evaluate(standIn, frame)]);
}

function withMember(object: Term, path: readonly string[] | undefined, value: Term, call: BuiltinCall): ValueSet {
  const [key, ...others] = path ?? [];
  if (key === undefined || others.length > 0) return UNKNOWN;
  const { span } = value;
  return objectOf(
    [
      { kind: 'spread', value: object, span: object.span },
      { kind: 'property', key, value, span, shorthand: true },
    ],
    call,
  );
}

/** `'a.b'` and `['a', 'b']`. */
function pathIn(term: Term, call: BuiltinCall): readonly string[] | undefined {
  const keys = textsIn(term, call);
  const [only, ...others] = keys ?? [];
  if (term.kind === 'array' || only === undefined || others.length > 0) return keys;
  return /[[\]]/.test(only) ? undefined : only.split('.');
}

/** Names of members, in a list or one after the other; paths are not among them. */
function keysIn(terms: readonly Term[], call: BuiltinCall): readonly string[] | undefined {
  const found = terms.map((term) => textsIn(term, call));
  const keys = found.flatMap((one) => one ?? ['.']);
  return keys.some((key) => /[.[\]]/.test(key)) ? undefined : keys;
}

function textsIn(term: Term, { evaluator, frame }: BuiltinCall): readonly string[] | undefined {
  const { possible, complete } = evaluator.evaluate(term, frame);
  const [one, ...others] = possible;
  if (!complete || one === undefined || others.length > 0) return undefined;
  if (one.value.kind === 'literal') return [String(one.value.value)];
  if (one.value.kind !== 'array' || one.value.open) return undefined;
  const { elements } = one.value.term;
  if (isSpreadUpTo(elements, elements.length)) return undefined;
  const within = one.value.frame;
  const texts = elements.map(({ value }) => evaluator.evaluate(value, within).possible);
  return texts.every((set) => set.length === 1 && set[0]?.value.kind === 'literal')
    ? texts.flatMap((set) => set.flatMap(({ value }) => (value.kind === 'literal' ? String(value.value) : [])))
    : undefined;
}
