import type { Place } from '../../text/span';
import { plainLayout } from '../lower/madeTerms';
import { isSpreadUpTo } from '../lower/operands';
import type { CallTerm, MemberEntry, ObjectTerm, Term } from '../lower/term';
import { DATE_METHODS, dateResult } from './dates';
import type { Evaluator } from './evaluate';
import { givenArguments, withFrame } from './given';
import { entriesOf, LIST_METHODS, listResult } from './lists';
import {
  type ApiValue,
  type Frame,
  incomplete,
  only,
  type Possible,
  UNKNOWN,
  type Value,
  type ValueSet,
} from './value';

/** A call to something that the language or the platform defines. */
export interface BuiltinCall {
  readonly term: CallTerm;
  readonly frame: Frame;
  readonly evaluator: Evaluator;
}

/** Functions that give back their first argument, for all that matters here: frozen, encoded, or as a key. */
const IDENTITY = new Set([
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'structuredClone',
  'Promise.resolve',
  'Buffer',
  'Buffer.from',
  'Uint8Array',
  'Uint8Array.from',
  'TextEncoder().encode',
  'encodeURIComponent',
  'Math.floor',
  'Math.round',
  'Math.ceil',
  'Math.trunc',
  'crypto.createSecretKey',
  'buffer.Buffer',
  'buffer.Buffer.from',
  'util.TextEncoder().encode',
]);

/** Methods that give back the value they are called on, for all that matters here. */
export const IDENTITY_METHODS = new Set([
  'toString',
  'valueOf',
  'toJSON',
  'toObject',
  'trim',
  'bind',
  'asReadonly',
  'getTime',
  'toISOString',
  'toUTCString',
]);

/** Functions that write a value in another way; what it holds is still in it. */
const ENCODINGS = new Set([
  'String',
  'JSON.stringify',
  'JSON.parse',
  'btoa',
  'atob',
  'encodeURI',
  'decodeURIComponent',
  'escape',
  'unescape',
]);

/** Whether a call carries its first argument on: as it is, or written in another way. */
export function isIdentityCall({ module, path }: ApiValue): boolean {
  const name = module === '' ? path : `${module}.${path}`;
  return IDENTITY.has(name) || ENCODINGS.has(name);
}

/** What a call of a known function yields; `undefined` when the function is not one of these. */
export function builtinResult(callee: ApiValue, call: BuiltinCall): ValueSet | undefined {
  const { module, path } = callee;
  const name = module === '' ? path : `${module}.${path}`;
  if (IDENTITY.has(name)) return argument(call, 0);
  switch (name) {
    case 'Object.assign':
      return assigned(call);
    case 'Object.entries':
    case 'Object.keys':
    case 'Object.values':
      return entriesOf(argument(call, 0), path);
    case 'Date.now':
    case 'performance.now':
      return only({ kind: 'instant', perMillisecond: 1, offset: 0 }, placeOf(call));
    case 'Date':
      return call.term.isNew ? newDate(call) : undefined;
    case 'Number':
      return mapLiterals(asNumbers(argument(call, 0)), asNumber, isNumericInstant);
    case 'parseInt':
    case 'Number.parseInt':
    case 'parseFloat':
    case 'Number.parseFloat':
      return mapLiterals(argument(call, 0), asNumber, isNumericInstant);
    case 'String':
      return asText(argument(call, 0));
    case 'Boolean':
      return mapLiterals(argument(call, 0), Boolean);
    case 'Deno.env.get':
    case 'Bun.env.get':
      return environmentVariable(call);
    default:
      return undefined;
  }
}

/** What a method call on a known value yields; `undefined` when the callee has to be looked up. */
export function methodResult({ term, frame, evaluator }: BuiltinCall): ValueSet | undefined {
  const { callee } = term;
  if (callee.kind !== 'member' || typeof callee.key !== 'string') return undefined;
  const { key } = callee;
  const isOfDate = DATE_METHODS.has(key);
  if (!isOfDate && !IDENTITY_METHODS.has(key) && !(key in STRING_METHODS) && !LIST_METHODS.has(key)) return undefined;
  const receivers = evaluator.evaluate(callee.object, frame);
  if (isOfDate) return dateResult(key, receivers, { term, frame, evaluator });
  if (LIST_METHODS.has(key)) return listResult(key, receivers, { term, frame, evaluator });
  if (receivers.possible.length === 0) return undefined;
  if (key === 'bind')
    return receivers.possible.every(({ value }) => isCallable(value))
      ? bound(receivers, { term, frame, evaluator })
      : undefined;
  if (receivers.possible.some(({ value }) => isOpaque(value))) return undefined;
  if (key === 'toString') return asText(receivers);
  if (key === 'getTime' || key === 'valueOf') {
    const place = placeOf({ term, frame, evaluator });
    // An edit replaces the whole call.
    const possible = asNumbers(receivers).possible.map((one) =>
      one.value.kind === 'instant' ? { ...one, place } : one,
    );
    return { possible, complete: receivers.complete };
  }
  if (IDENTITY_METHODS.has(key)) return receivers;
  return mapLiterals(receivers, (value) => (typeof value === 'string' ? STRING_METHODS[key]?.(value) : undefined));
}

const STRING_METHODS: Readonly<Record<string, (text: string) => string>> = {
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
};

/** Numbers become texts; what is not a literal stays what it is. */
function asText(set: ValueSet): ValueSet {
  const possible = set.possible.map((one) =>
    one.value.kind === 'literal'
      ? { ...one, value: { kind: 'literal', value: String(one.value.value) } as const }
      : one,
  );
  return { possible, complete: set.complete };
}

/** What is called with some arguments of its own, before those that its callers give; the first one is no argument. */
export function bound({ possible, complete }: ValueSet, { term, frame }: BuiltinCall): ValueSet {
  const given = withFrame(givenArguments(term.arguments, frame).slice(1), frame);
  if (given.length === 0) return { possible, complete };
  const known = possible.flatMap((one): readonly Possible[] =>
    one.value.kind === 'function'
      ? [{ ...one, value: { ...one.value, bound: [...(one.value.bound ?? []), ...given] } }]
      : [],
  );
  return { possible: known, complete: complete && known.length === possible.length };
}

function isCallable(value: Value): boolean {
  return value.kind === 'function' || (value.kind === 'api' && !isInstance(value));
}

/** A value of a described type may have a method that is called `bind`, too. */
function isInstance({ path }: ApiValue): boolean {
  return /^#\w+$/.test(path);
}

function isOpaque(value: Value): boolean {
  return value.kind === 'api' || value.kind === 'object' || value.kind === 'instance' || value.kind === 'namespace';
}

function placeOf({ term, frame }: BuiltinCall): Place {
  return { file: frame.module.file, span: term.span };
}

function argument({ term, frame, evaluator }: BuiltinCall, index: number): ValueSet {
  const element = term.arguments[index];
  if (element === undefined || isSpreadUpTo(term.arguments, index)) return UNKNOWN;
  return evaluator.evaluate(element.value, frame);
}

/** `Object.assign({}, a, b)` builds what `{ ...a, ...b }` builds. */
function assigned(call: BuiltinCall): ValueSet {
  const { term, frame } = call;
  if (term.arguments.some(({ spread }) => spread)) return UNKNOWN;
  const members: MemberEntry[] = term.arguments.map(({ value }) => ({ kind: 'spread', value, span: value.span }));
  const last = term.arguments[term.arguments.length - 1]?.value;
  const literal: Term | undefined = last?.kind === 'object' ? last : undefined;
  const built: ObjectTerm = {
    kind: 'object',
    members,
    layout: literal?.kind === 'object' ? literal.layout : plainLayout(term.span.end),
    span: literal?.span ?? term.span,
  };
  return only({ kind: 'object', term: built, frame, writes: [] }, placeOf(call));
}

function newDate(call: BuiltinCall): ValueSet {
  if (call.term.arguments.length === 0)
    return only({ kind: 'instant', perMillisecond: 1, offset: 0, isDate: true }, placeOf(call));
  if (call.term.arguments.length > 1) return UNKNOWN;
  const value = argument(call, 0);
  const dates = value.possible.filter(({ value: { kind } }) => kind === 'instant' || kind === 'literal');
  return { possible: dates.map(toDate), complete: value.complete && dates.length === value.possible.length };
}

/** A date from a number or text is a literal number of milliseconds since the epoch. */
function toDate(one: Possible): Possible {
  if (one.value.kind === 'instant') return { ...one, value: { ...one.value, isDate: true } };
  if (one.value.kind !== 'literal' || one.value.value === null) return one;
  const time = typeof one.value.value === 'string' ? Date.parse(one.value.value) : Number(one.value.value);
  return { ...one, value: { kind: 'literal', value: time } };
}

/** A date as a number of milliseconds. */
export function asNumbers(set: ValueSet): ValueSet {
  const toNumber = (one: Possible): Possible =>
    one.value.kind === 'instant' && one.value.isDate === true
      ? { ...one, value: { kind: 'instant', perMillisecond: one.value.perMillisecond, offset: one.value.offset } }
      : one;
  return { possible: set.possible.map(toNumber), complete: set.complete };
}

function asNumber(value: string | number | boolean | null): number {
  return Number.parseFloat(String(value));
}

/** A time that is a number already: `parseInt(exp.getTime() / 1000)`. */
function isNumericInstant(value: Possible['value']): boolean {
  return value.kind === 'instant' && value.isDate !== true;
}

function mapLiterals(
  set: ValueSet,
  map: (value: string | number | boolean | null) => string | number | boolean | undefined,
  keeps: (value: Possible['value']) => boolean = () => false,
): ValueSet {
  const possible: Possible[] = [];
  for (const one of set.possible) {
    if (one.value.kind === 'environment' || keeps(one.value)) {
      possible.push(one);
      continue;
    }
    const mapped = one.value.kind === 'literal' ? map(one.value.value) : undefined;
    if (mapped !== undefined) possible.push({ ...one, value: { kind: 'literal', value: mapped } });
  }
  const all = { possible, complete: set.complete };
  return possible.length === set.possible.length ? all : incomplete(all);
}

function environmentVariable(call: BuiltinCall): ValueSet {
  const [name] = argument(call, 0).possible;
  const known = name?.value.kind === 'literal' && typeof name.value.value === 'string' ? name.value.value : undefined;
  return only({ kind: 'environment', name: known }, placeOf(call));
}
