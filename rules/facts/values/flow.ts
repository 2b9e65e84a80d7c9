import type { KeptIn, RecordResult } from '../../models/model';
import { IDENTITY_METHODS, isIdentityCall } from '../../resolve/builtins';
import { frameOfCall } from '../../resolve/calls';
import { type Configuration, configuredAt } from '../../resolve/configured';
import { type Evaluator, MAX_DEPTH } from '../../resolve/evaluate';
import { elementOfRest } from '../../resolve/given';
import { importedTerm } from '../../resolve/imports';
import type { Module } from '../../resolve/module';
import { effectiveWrites, leavesTested } from '../../resolve/mutations';
import { isSpreadUpTo } from '../../resolve/operands';
import { argumentInPlace } from '../../resolve/parameters';
import type { ParameterBinding, VariableBinding } from '../../resolve/summary';
import type { CallTerm, LogicalTerm, MemberEntry, MemberTerm, ReferenceTerm, Term } from '../../resolve/term';
import type { ApiValue, Frame, FramedCall, Value } from '../../resolve/value';
import type { Place } from '../../text/span';
import { keptTerms } from '../kept/keptValues';
import type { Knowledge } from '../knowledge';
import type { Leaf, Origin, StoodFor, TrailEnd, ValueSource } from '../schema';
import type { FramedTerm } from './chain';
import { digestOrigin } from './digests';
import { functionOrigin } from './keyProviders';
import { callsBefore, selectsColumns } from './records';
import { sourceOf } from './requests';
import { schemaDefault } from './schemaDefaults';
import { memberTerm } from './terms';
import { type FramedShape, typedMembers } from './typedMembers';

/** Leaves of one expression that are looked at; beyond them the flow counts as not known. */
const MAX_LEAVES = 24;
const MAX_STEPS = 400;

/** Properties that hold what the object around them is named for. */
const GENERIC_KEYS = new Set([
  'value',
  'data',
  'current',
  'text',
  'raw',
  'result',
  'body',
  'payload',
  '0',
  '_doc',
  'dataValues',
  'headers',
  'cookies',
]);

/** What is known of the way from the use to a term. */
interface Way {
  readonly names: readonly string[];
  readonly trail: readonly Place[];
  readonly guarded: boolean;
  readonly isFallback: boolean;
  readonly standsFor?: StoodFor | undefined;
  readonly isPiece: boolean;
  /** The names that held the value as a whole on its way, and what was put in its stead since. */
  readonly holders: readonly Holder[];
  /** What functions on its way say that they give. */
  readonly answers: readonly FramedShape[];
  readonly replaced: readonly string[];
  /** Only some of it goes on: `JSON.stringify(user, ['id'])`. */
  readonly isSelection: boolean;
  /** It is copied as it is: what it would hide of itself goes on. */
  readonly isCopied: boolean;
}

export interface Holder {
  readonly module: Module;
  readonly binding: number;
  readonly path: readonly string[];
  /** Where it is used. */
  readonly at: number;
}

const START: Way = {
  names: [],
  trail: [],
  guarded: false,
  isFallback: false,
  isPiece: false,
  holders: [],
  answers: [],
  replaced: [],
  isSelection: false,
  isCopied: false,
};

/** The leaves that reach an expression: through names, wrappers, calls and files, each with the names it bears. */
export function leavesOf(
  term: Term,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
): { readonly leaves: readonly Leaf[]; readonly complete: boolean } {
  const leaves: Leaf[] = [];
  const active = new Set<Term>();
  let steps = 0;
  let complete = true;

  const add = (
    origin: Origin,
    place: Place,
    { holders, answers, replaced, isSelection, isCopied, ...way }: Way,
  ): void => {
    if (leaves.length < MAX_LEAVES) leaves.push({ origin, place, ...way });
    else complete = false;
  };
  const placeOf = (at: Term, within: Frame): Place => ({ file: within.module.file, span: at.span });
  const addUnknown = (at: TrailEnd, end: Term, within: Frame, way: Way): void => {
    const { holders, replaced, isSelection } = way;
    const isLeft = (name: string): boolean =>
      !replaced.includes(name) && !holders.some((holder) => takenOut(holder).includes(name));
    const parts = (others: readonly string[] = []): readonly string[] =>
      isSelection
        ? []
        : [
            ...holders.flatMap(({ module, binding, path, at: use }) => module.partsRead(binding, path, use)),
            ...others,
          ].filter(isLeft);
    const source = (): ValueSource => sourceOf(end, within, evaluator, knowledge);
    const typedParts = (): readonly string[] =>
      isSelection || way.isPiece ? [] : typedMembers(end, within, way.answers, holders, evaluator).filter(isLeft);
    add({ kind: 'unknown', at, parts, typedParts, source }, placeOf(end, within), way);
  };

  const follow = (at: Term, within: Frame, way: Way): void => {
    if (active.has(at) || within.depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      complete = false;
      return;
    }
    active.add(at);
    step(at, within, way);
    active.delete(at);
  };

  const step = (at: Term, within: Frame, way: Way): void => {
    const place = placeOf(at, within);
    switch (at.kind) {
      case 'literal':
        return add({ kind: 'literal', value: at.value }, place, way);
      case 'undefined':
        return add({ kind: 'nothing' }, place, way);
      case 'function':
        return add(originOfFunction(at.id, within, evaluator, knowledge), place, way);
      case 'template':
      case 'sum': {
        const operands = at.kind === 'sum' ? at.operands : at.parts;
        const [one, ...others] = evaluator.evaluate(at, within).possible;
        if (one?.value.kind === 'literal' && others.length === 0) {
          return add({ kind: 'literal', value: one.value.value }, place, way);
        }
        for (const operand of operands) {
          if (typeof operand !== 'string' && operand.kind !== 'literal')
            follow(operand, within, { ...way, isPiece: true });
        }
        return;
      }
      case 'choice':
        follow(at.then, within, { ...way, guarded: way.guarded || at.guarded });
        return follow(at.else, within, { ...way, guarded: way.guarded || at.guarded });
      case 'logical':
        if (at.operator === '&&') return follow(at.right, within, { ...way, guarded: way.guarded || at.guarded });
        return followFallback(at, within, way);
      case 'object':
        for (const [index, member] of at.members.entries()) {
          if (member.kind === 'spread') {
            const later = at.members.slice(index).flatMap(ownKey);
            const replaced = [...way.replaced, ...later, ...(member.without ?? [])];
            follow(member.value, within, { ...way, replaced, isCopied: true });
          } else {
            followKeyed(ownKey(member)[0], member.value, within, way);
          }
        }
        return;
      case 'array':
        for (const { value } of at.elements) {
          const pair = keyedPair(value);
          if (pair === undefined) follow(value, within, way);
          else followKeyed(pair.key, pair.value, within, way);
        }
        return;
      case 'reference':
        return followReference(at, within, way);
      case 'member':
        return followMember(at, within, way);
      case 'call':
        return followCall(at, within, way);
      case 'unknown':
        // Nothing is typed yet: there is nothing to keep, or to send.
        return at.span.start === at.span.end
          ? add({ kind: 'nothing' }, place, way)
          : addUnknown('expression', at, within, way);
      case 'global':
        return addEvaluated(at, within, { ...way, names: [...way.names, at.name] });
      default:
        return addEvaluated(at, within, way);
    }
  };

  /** What an object, or a list of pairs, holds under a key. */
  const followKeyed = (key: string | undefined, value: Term, within: Frame, way: Way): void => {
    const names = key === undefined ? way.names : [...way.names, key];
    follow(value, within, { ...way, names, holders: [], answers: [], replaced: [], isCopied: false });
  };

  /** `a || b`: b is a fallback when a comes from the environment. */
  const followFallback = (at: LogicalTerm, within: Frame, way: Way): void => {
    const { left, right } = at;
    const before = leaves.length;
    follow(left, within, way);
    const read = leaves
      .slice(before)
      .flatMap(({ origin, place }) => (origin.kind === 'environment' ? { origin, place } : []));
    const [first] = read;
    const variable = read.length === 1 && isAt(first?.place, left, within) ? first?.origin.name : undefined;
    const standsFor = variable === undefined ? undefined : { variable, whole: placeOf(at, within), read: left.span };
    follow(right, within, {
      ...way,
      isFallback: way.isFallback || read.length > 0,
      standsFor: way.standsFor ?? standsFor,
    });
  };

  /** What evaluation alone tells: literals and the environment, else an unknown leaf. */
  const addEvaluated = (at: Term, within: Frame, way: Way): void => {
    const set = evaluator.evaluate(at, within);
    let known = false;
    for (const { value, place, trail, guarded } of set.possible) {
      const origin = originOf(value, evaluator, knowledge) ?? recordIn(value, way);
      if (origin === undefined) continue;
      known = true;
      add(origin, place, { ...way, trail: [...way.trail, ...trail], guarded: way.guarded || guarded });
    }
    if (!known || !set.complete) addUnknown(trailEnd(at, within), at, within, way);
  };

  const followReference = (at: ReferenceTerm, within: Frame, way: Way): void => {
    const binding = within.module.binding(at.binding);
    const { module } = within;
    const held: Way = {
      ...way,
      holders: [...way.holders, { module, binding: at.binding, path: [], at: at.span.start }],
    };
    const named: Way = { ...held, names: [...way.names, at.name], trail: [...way.trail, placeOf(at, within)] };
    if (binding.kind === 'variable') {
      const values = valuesOf(binding, at, within);
      if (values.length === 0) return addUnknown('variable', at, within, named);
      for (const { term: one, guarded } of values) follow(one, within, { ...named, guarded: named.guarded || guarded });
      return;
    }
    if (binding.kind === 'import') {
      const found = importedTerm(binding.specifier, binding.imported, within.module, evaluator);
      return found === undefined ? addEvaluated(at, within, named) : follow(found.term, found.frame, named);
    }
    if (binding.kind === 'parameter') {
      const given = givenFor(binding, within, evaluator);
      if (!within.arguments.has(binding.function)) evaluator.trace.add(module.function(binding.function));
      if (given !== undefined) return follow(memberTerm(given.term, binding.path), given.frame, named);
      const origin = binding.path[binding.path.length - 1];
      return addEvaluated(at, within, origin === undefined ? named : { ...named, names: [...named.names, origin] });
    }
    if (binding.kind === 'function')
      return add(originOfFunction(binding.id, within, evaluator, knowledge), placeOf(at, within), named);
    addEvaluated(at, within, named);
  };

  const followMember = (at: MemberTerm, within: Frame, way: Way): void => {
    if (typeof at.key !== 'string') return addEvaluated(at, within, way);
    const given = elementOfRest(at, within);
    if (given !== undefined) return follow(given.term, given.frame, way);
    const holder = holderOf(at, within);
    const holders = holder === undefined ? way.holders : [...way.holders, holder];
    const named: Way = { ...way, names: [...way.names, at.key], holders };
    if (at.object.kind === 'module') {
      const found = importedTerm(at.object.specifier, at.key, within.module, evaluator);
      if (found !== undefined) return follow(found.term, found.frame, named);
    }
    const written = writtenMembers(at, within);
    for (const { term: one, guarded } of written) follow(one, within, { ...named, guarded: named.guarded || guarded });
    const objects = evaluator.evaluate(at.object, within);
    const [one, ...others] = objects.possible;
    if (one?.value.kind === 'object' && others.length === 0 && one.value.writes.length === 0) {
      const { term: object, frame: inner } = one.value;
      const last = object.members[object.members.length - 1];
      const own = object.members.find((member) => member.kind === 'property' && member.key === at.key);
      if (own !== undefined && (own === last || object.members.every(({ kind }) => kind === 'property'))) {
        return follow(own.value, inner, { ...named, trail: [...named.trail, ...one.trail] });
      }
    }
    const element = at.object.kind === 'array' ? at.object.elements[Number(at.key)] : undefined;
    if (element !== undefined && !element.spread) return follow(element.value, within, way);
    const values = objects.possible.map(({ value }) => value);
    const standIn = schemaDefault(at, values, evaluator, knowledge);
    if (standIn !== undefined) {
      const trail = [...named.trail, placeOf(at, within)];
      follow(standIn.term, standIn.frame, { ...named, trail, isFallback: true });
    }
    const isGeneric = GENERIC_KEYS.has(at.key);
    addEvaluated(at, within, isGeneric ? { ...named, names: [...named.names, ...nameOf(at.object)] } : named);
  };

  const followCall = (at: CallTerm, within: Frame, way: Way): void => {
    const { callee } = at;
    const [first] = at.arguments;
    if (callee.kind === 'member' && callee.key === 'join')
      return follow(callee.object, within, { ...way, isPiece: true });
    if (callee.kind === 'member' && typeof callee.key === 'string' && IDENTITY_METHODS.has(callee.key)) {
      return follow(callee.object, within, callee.key === 'toObject' ? { ...way, isCopied: true } : way);
    }
    const named: Way = { ...way, names: [...way.names, ...nameAskedFor(at), ...nameOf(callee)] };
    const callees = evaluator.evaluate(callee, within);
    let followed = false;
    for (const { value } of callees.possible) {
      if (value.kind === 'api') {
        if (isIdentityCall(value) && first !== undefined) {
          follow(first.value, within, { ...way, isSelection: way.isSelection || selects(at) });
          followed = true;
          continue;
        }
        const bytes = way.trail.length === 0 ? zeroBytes(value, at, within) : undefined;
        if (bytes !== undefined) {
          add({ kind: 'zeros', bytes }, placeOf(at, within), named);
          followed = true;
          continue;
        }
        followed = followResult(value, at, within, named) || followed;
      } else if (value.kind === 'function') {
        const inner = frameOfCall(value, at, within);
        const { returns, answer } = inner.module.function(value.id);
        if (inner.depth > MAX_DEPTH || returns.length === 0) continue;
        const answers = answer === undefined ? named.answers : [...named.answers, { shape: answer, frame: inner }];
        const called: Way = { ...named, answers, trail: [...named.trail, placeOf(at, within)] };
        for (const one of returns) follow(one.value, inner, { ...called, guarded: called.guarded || one.guarded });
        followed = true;
      }
    }
    if (!followed) addEvaluated(at, within, named);
  };

  /** What the models say of a call's result; false when they say nothing. */
  const followResult = (callee: ApiValue, at: CallTerm, within: Frame, way: Way): boolean => {
    const result = knowledge.resultOf(callee.module, `${callee.path}()`);
    if (result === undefined) return false;
    if (result === 'credential') add({ kind: 'credential' }, placeOf(at, within), way);
    else if ('key' in result) add({ kind: 'key', type: result.key, form: result.form }, placeOf(at, within), way);
    else if ('nothing' in result) add({ kind: 'nothing' }, placeOf(at, within), way);
    else if ('identifier' in result) add({ kind: 'identifier' }, placeOf(at, within), way);
    else if ('instance' in result || 'date' in result || 'schema' in result) return false;
    else if ('kept' in result) return followKept(result.kept, callee, at, within, way);
    else if ('configured' in result) return followConfigured(result.configured, at, within, way);
    else if ('digest' in result)
      add(digestOrigin(at, within, result.digest === 'keyed', evaluator), placeOf(at, within), way);
    else if ('record' in result) {
      const record = recordOf(result, callee.path, [{ term: at, frame: within }, ...callsBefore(callee)], way);
      if (record === undefined) return false;
      const holder = at.callee.kind === 'member' ? nameOf(at.callee.object) : [];
      add(record, placeOf(at, within), { ...way, names: [...way.names, ...holder] });
    } else if ('environment' in result) {
      const [variable] = evaluator.evaluate(at, within).possible;
      const name = variable?.value.kind === 'environment' ? variable.value.name : undefined;
      add({ kind: 'environment', name }, placeOf(at, within), way);
      const fallback = at.arguments[result.fallback];
      if (fallback !== undefined) follow(fallback.value, within, { ...way, isFallback: true });
    } else {
      const argument = at.arguments['same' in result ? result.same : result.argument];
      if (argument === undefined) return false;
      follow(memberTerm(argument.value, ('path' in result && result.path) || []), within, way);
    }
    return true;
  };

  /** What is configured under a name; false when that is not known. */
  const followConfigured = (configuration: Configuration, at: CallTerm, within: Frame, way: Way): boolean => {
    const [name] = at.arguments;
    const [one, ...others] = name === undefined ? [] : evaluator.evaluate(name.value, within).possible;
    if (others.length > 0 || one?.value.kind !== 'literal') return false;
    const found = configuredAt(configuration, String(one.value.value).split('.'), at.span, within, evaluator);
    if (found === undefined) return false;
    const { term, variable } = found;
    const trail = [...way.trail, placeOf(at, within)];
    if (variable !== undefined) add({ kind: 'environment', name: variable }, placeOf(at, within), way);
    if (term !== undefined)
      follow(term, within, { ...way, trail, isFallback: way.isFallback || variable !== undefined });
    return variable !== undefined || term !== undefined;
  };

  /** What was kept under a name; false when no code in sight did. */
  const followKept = (places: readonly KeptIn[], callee: ApiValue, at: CallTerm, within: Frame, way: Way): boolean => {
    const kept = keptTerms(places, callee, at, within, evaluator);
    for (const { term: one, frame: inner, isFallback } of kept) {
      const trail = [...way.trail, placeOf(at, within)];
      follow(one, inner, { ...way, trail, isFallback: way.isFallback || isFallback });
    }
    // What is configured elsewhere wins over what stands in for it.
    if (kept.some(({ isFallback }) => isFallback)) addUnknown('call', at, within, way);
    return kept.length > 0;
  };

  /** `Buffer.alloc(n)` as it stands: one that bears a name may be filled before it is used. */
  const zeroBytes = (
    { module, path }: ApiValue,
    { arguments: [size, fill] }: CallTerm,
    within: Frame,
  ): number | undefined => {
    if (path !== 'Buffer.alloc' || !/^(?:node:)?(?:buffer)?$/.test(module)) return undefined;
    if (size === undefined || fill !== undefined) return undefined;
    const [one] = evaluator.evaluate(size.value, within).possible;
    return one?.value.kind === 'literal' && typeof one.value.value === 'number' ? one.value.value : undefined;
  };

  /** `user.dataValues`: what is read off the result of a query. */
  const recordIn = (value: Value, way: Way): Origin | undefined => {
    const result = value.kind === 'api' ? knowledge.resultOf(value.module, value.path) : undefined;
    if (value.kind !== 'api' || typeof result !== 'object' || !('record' in result)) return undefined;
    return recordOf(result, value.path, callsBefore(value), way);
  };

  /** The row that a query gives, unless only some of its columns go on. */
  const recordOf = (result: RecordResult, path: string, calls: readonly FramedCall[], way: Way): Origin | undefined => {
    const isWhole = (result.record === 'plain' || way.isCopied) && !way.isSelection;
    if (!isWhole || selectsColumns(result, calls, evaluator)) return undefined;
    const of = /^#\w+\.(\w+)\./.exec(path)?.[1];
    return { kind: 'record', of, without: [...way.replaced, ...way.holders.flatMap(writtenNames)] };
  };

  follow(term, frame, START);
  return { leaves, complete };
}

/** The names of the members that are written to, or deleted, somewhere. */
function writtenNames({ module, binding }: Holder): readonly string[] {
  const held = module.binding(binding);
  const writes = held.kind === 'variable' || held.kind === 'parameter' ? held.writes : [];
  return writes.flatMap(({ path: [name] }) => name ?? []);
}

/** The names of the members that are deleted, or given nothing. */
function takenOut({ module, binding, path }: Holder): readonly string[] {
  const held = module.binding(binding);
  const writes = path.length === 0 && (held.kind === 'variable' || held.kind === 'parameter') ? held.writes : [];
  return writes.flatMap(({ kind, path: [name], value }) => {
    const isNothing =
      kind === 'delete' || value?.kind === 'undefined' || (value?.kind === 'literal' && (value.value ?? '') === '');
    return isNothing && name !== undefined ? [name] : [];
  });
}

/** `JSON.stringify` with a replacer. */
function selects({ arguments: [, second] }: CallTerm): boolean {
  return second !== undefined && second.value.kind !== 'literal' && second.value.kind !== 'undefined';
}

/** `['token', value]` in a list, which is a key with its value. */
function keyedPair(term: Term): { readonly key: string; readonly value: Term } | undefined {
  if (term.kind !== 'array' || term.elements.length !== 2) return undefined;
  const [first, second] = term.elements;
  if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string' || second === undefined)
    return undefined;
  return second.spread ? undefined : { key: first.value.value, value: second.value };
}

/** What is asked for by its name: `params.get('token')`. */
function nameAskedFor({ callee, arguments: [first, ...others] }: CallTerm): readonly string[] {
  if (callee.kind !== 'member' || callee.key !== 'get' || others.length > 0) return [];
  return first?.value.kind === 'literal' && typeof first.value.value === 'string' ? [first.value.value] : [];
}

function ownKey(member: MemberEntry): readonly string[] {
  return member.kind === 'property' && typeof member.key === 'string' ? [member.key] : [];
}

/** The name, and the path from it, that a member is: `response.data`. */
function holderOf(term: Term, { module }: Frame): Holder | undefined {
  const path: string[] = [];
  let at = term;
  for (; at.kind === 'member' && typeof at.key === 'string'; at = at.object) path.unshift(at.key);
  return at.kind === 'reference' ? { module, binding: at.binding, path, at: at.span.start } : undefined;
}

/** The leaves that are not known. */
export function unknownLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ origin }) => origin.kind === 'unknown');
}

function trailEnd(at: Term, { module }: Frame): TrailEnd {
  if (at.kind === 'call') return 'call';
  if (at.kind === 'member') return 'property';
  // One that another script declares.
  if (at.kind === 'global') return 'variable';
  if (at.kind !== 'reference') return 'expression';
  const { kind } = module.binding(at.binding);
  return kind === 'parameter' || kind === 'import' || kind === 'variable' ? kind : 'expression';
}

/** What a call, a loop or the place where the function stands gives to a parameter. */
function givenFor(binding: ParameterBinding, frame: Frame, evaluator: Evaluator): FramedTerm | undefined {
  if (binding.rest) return undefined;
  const passed = frame.arguments.get(binding.function);
  if (passed === undefined) {
    const term = argumentInPlace(binding, frame, evaluator);
    return term && { term, frame };
  }
  const argument = isSpreadUpTo(passed.list, binding.index) ? undefined : passed.list[binding.index];
  return argument && { term: argument.value, frame: argument.frame ?? passed.frame };
}

/** What is written to the member of a name: `state.token = value`, `ref.current = value`. */
function writtenMembers({ object, key }: MemberTerm, frame: Frame): readonly GuardedTerm[] {
  const binding = object.kind === 'reference' ? frame.module.binding(object.binding) : undefined;
  if (object.kind !== 'reference' || binding === undefined || !('writes' in binding)) return [];
  return effectiveWrites(binding, object, frame).flatMap(({ write: { path, value, guarded } }) =>
    path.length === 1 && path[0] === key && value !== undefined ? [{ term: value, guarded }] : [],
  );
}

function nameOf(term: Term): readonly string[] {
  if (term.kind === 'reference' || term.kind === 'global') return [term.name];
  if (term.kind === 'member' && typeof term.key === 'string') return [term.key];
  return term.kind === 'call' ? nameOf(term.callee) : [];
}

function originOfFunction(id: number, frame: Frame, evaluator: Evaluator, knowledge: Knowledge): Origin {
  const follow = (one: FramedTerm): readonly Leaf[] => leavesOf(one.term, one.frame, evaluator, knowledge).leaves;
  return functionOrigin(id, frame, evaluator, knowledge, follow);
}

function originOf(value: Value, evaluator: Evaluator, knowledge: Knowledge): Origin | undefined {
  switch (value.kind) {
    case 'literal':
      return { kind: 'literal', value: value.value };
    case 'undefined':
    case 'absent':
      return { kind: 'nothing' };
    case 'environment':
      return { kind: 'environment', name: value.name };
    case 'function':
      return originOfFunction(value.id, value.frame, evaluator, knowledge);
    case 'api': {
      const result = knowledge.resultOf(value.module, value.path);
      if (result === 'credential') return { kind: 'credential' };
      if (result !== undefined && 'nothing' in result) return { kind: 'nothing' };
      if (result !== undefined && 'identifier' in result) return { kind: 'identifier' };
      return result !== undefined && 'key' in result ? { kind: 'key', type: result.key, form: result.form } : undefined;
    }
    default:
      return undefined;
  }
}

interface GuardedTerm {
  readonly term: Term;
  readonly guarded: boolean;
}

/** What a variable can hold where it is used: its initial value, and what was written since. */
function valuesOf(binding: VariableBinding, use: ReferenceTerm, frame: Frame): readonly GuardedTerm[] {
  let values = binding.initial === undefined ? [] : [{ term: binding.initial, guarded: false }];
  for (const { write, definite } of effectiveWrites(binding, use, frame)) {
    if (write.path.length > 0 || (write.kind === 'spread' && write.value === undefined)) continue;
    if (write.value === undefined) {
      if (definite) values = [];
      continue;
    }
    const written = { term: write.value, guarded: write.guarded };
    // What survives only where a guarded write did not happen is guarded itself.
    const before = values.map((one) => ({ ...one, guarded: one.guarded || leavesTested(write) }));
    values = definite ? [written] : [...before, written];
  }
  return values;
}

function isAt(place: Place | undefined, { span }: Term, { module }: Frame): boolean {
  return place?.file === module.file && place.span.start === span.start && place.span.end === span.end;
}
