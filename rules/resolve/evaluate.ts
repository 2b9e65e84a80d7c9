import type { Place, Span } from '../text/span';
import { typedValue } from './annotations';
import { evaluateCall } from './calls';
import { importedValue } from './imports';
import { createMemory, LACK, type Memory, type Trace } from './memory';
import type { Module } from './module';
import { effectiveWrites, writtenValue } from './mutations';
import { evaluateBinary, evaluateSum, evaluateUnary } from './operators';
import { conventionalMember, parameterValue } from './parameters';
import { propertyOf } from './properties';
import { type Binding, IMPORTER, type TypeName, type VariableBinding } from './summary';
import type { LogicalTerm, MemberTerm, ObjectTerm, ReferenceTerm, Term } from './term';
import {
  type ApiKnowledge,
  type ApiValue,
  type Frame,
  guardedBy,
  type ModuleWorld,
  only,
  type Possible,
  seenFrom,
  truthiness,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

/** Says which values terms can have. One per document and world: it remembers what it found without lacking anything. */
export interface Evaluator {
  readonly apis: ApiKnowledge;
  readonly world: ModuleWorld;
  /** What its answers rest on. */
  readonly trace: Trace;
  evaluate(term: Term, frame: Frame): ValueSet;
  /** The values of a property; `absent` where the object does not have it. */
  lookup(objects: ValueSet, key: string, at: Place): ValueSet;
  /** Runs a look-up of a property, unless the same look-up is running already: objects may be spread into themselves. */
  unlessLooking(object: ObjectTerm, key: string, look: () => ValueSet): ValueSet;
  /** What an annotation tells of a value. */
  annotatedValue(type: TypeName | undefined, frame: Frame, at: Place): ValueSet | undefined;
  /** What implements a type, found once for each. */
  implementations(typeName: string, file: string, find: () => readonly Value[]): readonly Value[];
  /** To be called when the world may answer more than before. */
  refresh(): void;
}

/** Calls are followed this deep. */
export const MAX_DEPTH = 12;
/** Terms evaluated for one question before it is given up; real code stays far below. */
const MAX_STEPS = 4000;
const MAX_ALTERNATIVES = 24;

/** `trace` notes what the world lacks, too. */
export function createEvaluator(apis: ApiKnowledge, world: ModuleWorld, trace: Trace): Evaluator {
  const known = createMemory<Term, ValueSet>(trace);
  /** What terms are where a caller's arguments count. */
  const knownIn = new WeakMap<Frame, Memory<Term, ValueSet>>();
  const lackingIn = new Set<Memory<Term, ValueSet>>();
  const active = new Set<Term>();
  const looking = new Map<ObjectTerm, Set<string>>();
  const implementations = createMemory<string, readonly Value[]>(trace);
  const finding = new Set<string>();
  let steps = 0;
  /** How often an answer was cut short, by a cycle or a limit: what depends on it is only part of the truth. */
  let cuts = 0;

  const cut = (): ValueSet => {
    cuts++;
    return UNKNOWN;
  };

  const memoryOf = (frame: Frame): Memory<Term, ValueSet> => {
    if (frame.arguments.size === 0) return known;
    const before = knownIn.get(frame);
    if (before !== undefined) return before;
    const memory = createMemory<Term, ValueSet>(trace);
    knownIn.set(frame, memory);
    return memory;
  };

  const evaluator: Evaluator = {
    apis,
    world,
    trace,
    evaluate(term, frame) {
      const memory = memoryOf(frame);
      const before = memory.get(term);
      if (before !== undefined) return before;
      if (active.has(term) || frame.depth > MAX_DEPTH) return cut();
      if (active.size === 0) steps = 0;
      if (++steps > MAX_STEPS) return cut();
      const cutsBefore = cuts;
      const mark = trace.mark();
      active.add(term);
      try {
        const set = limited(evaluateTerm(term, frame, evaluator));
        const isWhole = cuts === cutsBefore || active.size === 1;
        if (isWhole && memory.set(term, set, mark).includes(LACK)) lackingIn.add(memory);
        return set;
      } finally {
        active.delete(term);
      }
    },
    lookup(objects, key, at) {
      const found = objects.possible.map((one) => propertyOf(one, key, at, evaluator));
      return union([...found, ...unless(objects.complete || areGivenMethods(objects, found))]);
    },
    unlessLooking(object, key, look) {
      const keys = looking.get(object) ?? new Set();
      if (keys.has(key)) return cut();
      looking.set(object, keys.add(key));
      try {
        return look();
      } finally {
        keys.delete(key);
      }
    },
    annotatedValue: (type, frame, at) => (type === undefined ? undefined : typedValue(type, frame, at, evaluator)),
    implementations(name, file, find) {
      const key = `${file}\n${name}`;
      const before = implementations.get(key);
      if (before !== undefined) return before;
      if (finding.has(key)) {
        // Types may be made of each other.
        cuts++;
        return [];
      }
      const mark = trace.mark();
      finding.add(key);
      const found = find();
      finding.delete(key);
      implementations.set(key, found, mark);
      return found;
    },
    refresh() {
      for (const memory of lackingIn) memory.refresh();
      lackingIn.clear();
      implementations.refresh();
    },
  };
  return evaluator;
}

export function moduleFrame(module: Module): Frame {
  return { module, arguments: new Map(), depth: 0 };
}

export function placeOf(span: Span, frame: Frame): Place {
  return { file: frame.module.file, span };
}

/** A class that extends the one asked for where nobody sees it has the same methods, for all that is known. */
function areGivenMethods({ possible }: ValueSet, found: readonly ValueSet[]): boolean {
  return (
    possible.length > 0 &&
    possible.every(({ value }) => value.kind === 'instance' && value.isGiven === true) &&
    found.every((set) => set.complete && set.possible.every(({ value }) => value.kind === 'function'))
  );
}

function unless(complete: boolean): readonly ValueSet[] {
  return complete ? [] : [UNKNOWN];
}

function limited(set: ValueSet): ValueSet {
  return set.possible.length <= MAX_ALTERNATIVES
    ? set
    : { possible: set.possible.slice(0, MAX_ALTERNATIVES), complete: false };
}

function evaluateTerm(term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = placeOf(term.span, frame);
  switch (term.kind) {
    case 'literal':
      return only({ kind: 'literal', value: term.value }, place);
    case 'undefined':
      return only({ kind: 'undefined' }, place);
    case 'template':
      return evaluateSum(term.parts, term.span, frame, evaluator);
    case 'sum':
      return evaluateSum(term.operands, term.span, frame, evaluator);
    case 'object':
      return only({ kind: 'object', term, frame, writes: [] }, place);
    case 'array':
      return only({ kind: 'array', term, frame, open: false }, place);
    case 'function':
    case 'class':
      return only({ kind: term.kind, id: term.id, frame }, place);
    case 'this':
      return term.classId === undefined
        ? UNKNOWN
        : only({ kind: 'instance', classId: term.classId, frame, writes: [] }, place);
    case 'super':
      return baseClass(term.classId, frame, evaluator);
    case 'global': {
      const { apis, world } = evaluator;
      const own = apis.autoImported(term.name, (name) => world.isDeclared(name, frame.module.file));
      return only(own === undefined ? globalValue(term.name) : apiValue(own), place);
    }
    case 'module':
      return importedValue(term.specifier, '*', frame.module, place, evaluator);
    case 'reference':
      return evaluateReference(term, frame, evaluator);
    case 'member':
      return evaluateMember(term, frame, evaluator);
    case 'call':
      return evaluateCall(term, frame, evaluator);
    case 'choice': {
      const condition = evaluator.evaluate(term.condition, frame);
      const verdict = certainTruth(condition);
      const sets = [
        ...(verdict === false ? [] : [evaluator.evaluate(term.then, frame)]),
        ...(verdict === true ? [] : [evaluator.evaluate(term.else, frame)]),
      ];
      return guardedBy(union(sets), term.guarded);
    }
    case 'logical':
      return evaluateLogical(term, frame, evaluator);
    case 'binary':
      return evaluateBinary(term, frame, evaluator);
    case 'unary':
      return evaluateUnary(term, frame, evaluator);
    case 'unknown':
      return UNKNOWN;
  }
}

/** Names under which the global object itself is known. */
const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent']);

function globalValue(name: string): Value {
  return apiValue({ module: '', path: GLOBAL_OBJECTS.has(name) ? '' : name });
}

function apiValue(found: Pick<ApiValue, 'module' | 'path'>): Value {
  return { kind: 'api', ...found, call: undefined, receiver: undefined };
}

function certainTruth(set: ValueSet): boolean | undefined {
  if (!set.complete || set.possible.length === 0) return undefined;
  const truths = new Set(set.possible.map(({ value }) => truthiness(value)));
  const [truth] = truths;
  return truths.size === 1 ? truth : undefined;
}

function evaluateLogical(term: LogicalTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const left = evaluator.evaluate(term.left, frame);
  const passes = (one: Possible): boolean | undefined =>
    term.operator === '??' ? isPresent(one.value) : truthiness(one.value);
  const stops = term.operator !== '&&';
  // The left side is the result where it stops the operator; the right side unless every left value does.
  const staying = left.possible.filter((one) => passes(one) !== !stops);
  const stopped = left.complete && left.possible.length > 0 && left.possible.every((one) => passes(one) === stops);
  const sets: ValueSet[] = [{ possible: staying, complete: left.complete }];
  if (!stopped) {
    const right = evaluator.evaluate(term.right, frame);
    // `isProd || false`, `config.secure ?? false`: the right side says nothing that an unknown left side does not say.
    const saysNothing = term.operator !== '&&' && isUndecided(left) && certainTruth(right) === false;
    sets.push(saysNothing ? UNKNOWN : guardedBy(right, term.guarded));
  }
  return union(sets);
}

/** Whether a set may hold values that are not seen: unknown ones, or what the environment says. */
function isUndecided({ possible, complete }: ValueSet): boolean {
  return !complete || possible.some(({ value }) => value.kind === 'environment' || value.kind === 'api');
}

/** Whether a value is neither `null` nor `undefined`; `undefined` when that is not known. */
function isPresent(value: Value): boolean | undefined {
  if (value.kind === 'undefined' || value.kind === 'absent') return false;
  if (value.kind === 'environment' || value.kind === 'api') return undefined;
  return !(value.kind === 'literal' && value.value === null);
}

function evaluateMember(term: MemberTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const keys = typeof term.key === 'string' ? [term.key] : literalKeys(evaluator.evaluate(term.key, frame));
  if (keys === undefined) return UNKNOWN;
  const own = term.object.kind === 'this' ? term.object.method : undefined;
  if (own !== undefined && own.key === term.key)
    return only({ kind: 'function', id: own.id, frame }, placeOf(term.span, frame));
  const objects = objectsOf(term.object, frame, evaluator);
  const place = placeOf(term.span, frame);
  const found = union(keys.map((key) => readable(evaluator.lookup(objects, key, place))));
  const [key] = keys;
  if (found.complete || found.possible.length > 0 || key === undefined) return found;
  return conventionalMember(term.object, key, frame, place, evaluator) ?? found;
}

/** What a member is taken of; `super.method` is one of the base's instances. */
function objectsOf(term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  const set = evaluator.evaluate(term, frame);
  if (term.kind !== 'super') return set;
  const possible = set.possible.flatMap((one): Possible[] =>
    one.value.kind === 'class'
      ? [
          {
            ...one,
            value: {
              kind: 'instance',
              classId: one.value.id,
              frame: { ...one.value.frame, arguments: frame.arguments },
              writes: [],
            },
          },
        ]
      : [],
  );
  return { possible, complete: set.complete && possible.length === set.possible.length };
}

/** Reading a property that is not there gives `undefined`. */
function readable(set: ValueSet): ValueSet {
  if (!set.possible.some(({ value }) => value.kind === 'absent')) return set;
  const possible = set.possible.map((one) =>
    one.value.kind === 'absent' ? { ...one, value: { kind: 'undefined' } as const } : one,
  );
  return { possible, complete: set.complete };
}

function literalKeys(set: ValueSet): readonly string[] | undefined {
  if (!set.complete || set.possible.length === 0) return undefined;
  const keys: string[] = [];
  for (const { value } of set.possible) {
    if (value.kind !== 'literal') return undefined;
    keys.push(String(value.value));
  }
  return keys;
}

function evaluateReference(term: ReferenceTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const binding = frame.module.binding(term.binding);
  const place = placeOf(term.span, frame);
  switch (binding.kind) {
    case 'import':
      return writtenValue(
        seenFrom(importedValue(binding.specifier, binding.imported, frame.module, place, evaluator), place),
        effectiveWrites(binding, term, frame),
        evaluator,
      );
    case 'variable': {
      const value = variableValue(binding, term, frame, evaluator);
      // What an importer names is no step: the import is.
      return term.function === IMPORTER ? value : seenFrom(value, place);
    }
    case 'parameter':
      return writtenValue(
        parameterValue(binding, frame, place, evaluator),
        effectiveWrites(binding, term, frame),
        evaluator,
      );
    case 'function':
    case 'class':
      return only({ kind: binding.kind, id: binding.id, frame }, place);
    case 'enum':
      return only({ kind: 'object', term: enumObject(binding, term.span), frame, writes: [] }, place);
    case 'type':
      return only({ kind: 'type', type: binding, frame }, place);
    case 'opaque':
      return UNKNOWN;
  }
}

/** What a class extends. */
function baseClass(classId: number | undefined, frame: Frame, evaluator: Evaluator): ValueSet {
  const base = classId === undefined ? undefined : frame.module.class(classId).extends;
  return base === undefined ? UNKNOWN : evaluator.evaluate(base, frame);
}

function variableValue(binding: VariableBinding, use: ReferenceTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = placeOf(use.span, frame);
  const initial =
    binding.initial === undefined ? only({ kind: 'undefined' }, place) : evaluator.evaluate(binding.initial, frame);
  const annotated =
    initial.complete && binding.initial !== undefined
      ? undefined
      : evaluator.annotatedValue(binding.type, frame, place);
  return writtenValue(annotated ?? initial, effectiveWrites(binding, use, frame), evaluator);
}

function enumObject(binding: Binding & { kind: 'enum' }, span: Span): ObjectTerm {
  return {
    kind: 'object',
    members: Object.entries(binding.members).map(([key, value]) => ({
      kind: 'property',
      key,
      value,
      span: value.span,
      shorthand: true,
    })),
    layout: { end: span.end, trailingComma: false, isClosed: true, commentEnd: undefined, lineBreak: undefined },
    span,
  };
}
