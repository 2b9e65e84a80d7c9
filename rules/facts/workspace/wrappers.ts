import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { moduleFrame } from '../../resolve/evaluate/frames';
import { asClass, baseAsked } from '../../resolve/evaluate/inheritance';
import { madeMember, madeNames } from '../../resolve/evaluate/madeMembers';
import { functionsOffered, type NamedFunction, namedFunctions } from '../../resolve/evaluate/namedCalls';
import type { ApiValue, ClassValue, Frame, FunctionValue, InstanceValue, Value } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { LiveModule, Module } from '../../resolve/module/module';
import { type ClassShape, WHOLE_EXPORT } from '../../resolve/module/summary';
import type { Wrapper } from '../../world';
import { isAskedToKeep, type Keeper } from '../kept/keepers';
import type { Knowledge } from '../knowledge';
import { keysWritten } from '../values/heldValues';
import { baseNameOf, constructorsOf } from './callees';
import { offeredValues } from './offeredValues';

/** Objects whose methods are looked at: a service, and a service inside of it. */
const MAX_NESTING = 2;

/** What may be a wrapper. */
export interface ExportedFunction extends Wrapper {
  /** `undefined`: a library that is handed on under a name of one's own. */
  readonly function: FunctionValue | undefined;
  /** Of a method: what names the class by which other files make the instance that it is called on. */
  readonly maker?: Wrapper;
}

/** The functions and methods that other files reach by what a file exports, and the libraries that it hands on. */
export function exportedFunctions(
  module: LiveModule,
  evaluator: Evaluator,
  knowledge: Knowledge,
): readonly ExportedFunction[] {
  const found: ExportedFunction[] = [];

  const collect = (
    value: Value,
    name: string,
    way: readonly (readonly string[])[],
    nesting: number,
    maker?: Wrapper,
  ): void => {
    const isLibrary = value.kind === 'api' && knowledge.callsOf(value.module, value.path).length > 0;
    if (isLibrary) found.push({ name, literals: way, function: undefined });
    if (value.kind === 'api') collectMade(value, way, nesting);
    const keeper = keeperOf(value, evaluator, knowledge);
    if (keeper !== undefined) {
      const isAny = [...keeper.names].some((one) => one.startsWith('*'));
      found.push({ name, literals: isAny ? way : [[...keeper.names], ...way], function: undefined });
    }
    if (value.kind === 'function') {
      found.push({ name, literals: way, function: value, ...(maker && { maker }) });
      if (nesting === 0) return;
      // A factory, a hook, a composable: what it returns is named by its callers.
      for (const { value: result } of value.frame.module.function(value.id).returns) {
        for (const one of evaluator.evaluate(result, value.frame).possible) {
          if (one.value.kind !== 'api') collect(one.value, name, way, nesting - 1);
        }
      }
      if (asClass(value) === undefined) return;
    }
    if (value.kind === 'class') {
      for (const one of constructorsOf(value, evaluator)) found.push({ name, literals: way, function: one });
    }
    for (const { terms, frame, names } of nesting === 0 ? [] : membersOf(asClass(value) ?? value, evaluator)) {
      const made = value.kind === 'class' ? makerOf(value, name, way, evaluator) : undefined;
      for (const [key, term] of Object.entries(terms)) {
        for (const one of evaluator.evaluate(term, frame).possible) {
          const [last = [], ...before] = [...way].reverse();
          collect(one.value, key, [...before.reverse(), [...last, ...names], [key]], nesting - 1, made);
        }
      }
    }
  };

  const frame = moduleFrame(module);
  /** What a library makes of functions of the code: the actions of a store, or of what a function gives that it made. */
  const collectMade = (api: ApiValue, way: readonly (readonly string[])[], nesting: number): void => {
    for (const path of [api.path, `${api.path}()`]) {
      const places = evaluator.apis.membersOf(api.module, path) ?? [];
      for (const key of places.length === 0 ? [] : madeNames(api, places, evaluator)) {
        const at = { file: module.file, span: { start: 0, end: 0 } };
        for (const { value } of madeMember(api, key, at, places, evaluator)?.possible ?? [])
          collect(value, key, [...way, [key]], nesting - 1);
      }
    }
  };
  for (const [exported, term] of Object.entries(module.exports)) {
    if (reexportedName(term, module, evaluator) === exported) continue;
    const isWhole = exported === 'default' || exported === WHOLE_EXPORT;
    const name = isWhole ? baseNameOf(module.file) : exported;
    // Importers may call it what they like, but have to name the file.
    const literals = isWhole ? specifierEndings(name) : [name];
    for (const { value } of evaluator.evaluate(term, frame).possible) {
      collect(value, name, [literals], MAX_NESTING);
      for (const one of namedFunctions(value, evaluator)) found.push(calledAs(one));
    }
  }
  found.push(...functionsOffered(frame, evaluator).map(calledAs));
  // Those who ask a container for it show the name that it is offered under, and not its class.
  for (const { name, value } of offeredValues(evaluator)) collect(value, name, [[name]], MAX_NESTING);
  return found;
}

/** What names a class where an instance is made that other files may use; `undefined` where what makes it has no say. */
function makerOf(
  value: ClassValue,
  name: string,
  way: readonly (readonly string[])[],
  evaluator: Evaluator,
): Wrapper | undefined {
  if (!takesSettings(value, evaluator)) return undefined;
  const own = value.frame.module.class(value.id).name ?? name;
  // Most files that name a class get an instance handed.
  return { name, literals: [...way, [`new ${own}`, `${own}.`]] };
}

/** Whether what makes an instance has a say in what its methods do. */
function takesSettings(value: ClassValue, evaluator: Evaluator): boolean {
  return constructorsOf(value, evaluator).some(({ id, frame }) => frame.module.function(id).parameters.length > 0);
}

function calledAs({ method, literals, function: called }: NamedFunction): ExportedFunction {
  return { name: method, literals: [literals], function: called };
}

/** What keeps something in a value, for other files: a store, a storage, an instance of a class of a library. */
function keeperOf(value: Value, evaluator: Evaluator, knowledge: Knowledge): Keeper | undefined {
  if (value.kind === 'api') {
    const keeper = knowledge.keeperIn(value.module, value.path);
    return keeper !== undefined && isAskedToKeep(keeper, value, evaluator) ? keeper : undefined;
  }
  if (value.kind !== 'instance') return undefined;
  const base = value.frame.module.class(value.classId).extends;
  const [one] = base === undefined ? [] : evaluator.evaluate(base, value.frame).possible;
  if (one?.value.kind !== 'api') return undefined;
  const { module, path } = knowledge.canonical(one.value.module, `${one.value.path}()`);
  return knowledge.keeperIn(module, path);
}

/** The names by which code means the instances of a class: its own, and those of the types that it implements or extends. */
export function namesOfClass(
  { name, implements: types, extends: base }: ClassShape,
  { module }: Frame,
): readonly string[] {
  const named = [...types.map(({ root }) => root), ...(base === undefined ? [] : [base])];
  return [...(name === undefined ? [] : [name]), ...named.flatMap((term) => namesOfType(term, module))];
}

function namesOfType(term: Term, module: Module): readonly string[] {
  if (term.kind !== 'reference') return [];
  const binding = module.binding(term.binding);
  const isRenamed = binding.kind === 'import' && binding.imported !== term.name && binding.imported !== 'default';
  return isRenamed ? [term.name, binding.imported] : [term.name];
}

/** How a specifier of the file ends: `'./lib/session'`, `"../session.js"`. */
function specifierEndings(name: string): readonly string[] {
  return ['', '.js', '.ts', '/index', '/index.js'].flatMap((end) => [`/${name}${end}'`, `/${name}${end}"`]);
}

/** The name of what another module of the workspace exports: under that name it is that module's affair. */
function reexportedName(term: Term, module: LiveModule, { apis }: Evaluator): string | undefined {
  const specifier = specifierOf(term, module);
  if (specifier === undefined || apis.isDescribed(specifier)) return undefined;
  if (term.kind === 'member') return typeof term.key === 'string' ? term.key : undefined;
  const binding = term.kind === 'reference' ? module.binding(term.binding) : undefined;
  return binding?.kind === 'import' ? binding.imported : undefined;
}

function specifierOf(term: Term, module: LiveModule): string | undefined {
  if (term.kind === 'member') return specifierOf(term.object, module);
  if (term.kind === 'module') return term.specifier;
  const binding = term.kind === 'reference' ? module.binding(term.binding) : undefined;
  return binding?.kind === 'import' ? binding.specifier : undefined;
}

interface Members {
  readonly terms: Readonly<Record<string, Term>>;
  readonly frame: Frame;
  readonly names: readonly string[];
}

/** What can be called on an object, an instance or a class. */
function membersOf(value: Value, evaluator: Evaluator): readonly Members[] {
  switch (value.kind) {
    case 'object': {
      const terms: Record<string, Term> = {};
      for (const member of value.term.members) {
        if (member.kind === 'property' && typeof member.key === 'string') terms[member.key] = member.value;
      }
      // `jar.set = function () { … }`.
      for (const { key, term } of keysWritten(value.writes)) terms[key] = term;
      return [{ terms, frame: value.frame, names: [] }];
    }
    case 'class':
    case 'instance': {
      const shape = value.frame.module.class(value.kind === 'class' ? value.id : value.classId);
      const { members, statics } = shape;
      const names = namesOfClass(shape, value.frame);
      const inherited = inheritedMembers(value, evaluator).map((above) => ({ ...above, names }));
      return [{ terms: { ...members, ...statics }, frame: value.frame, names }, ...inherited];
    }
    default:
      return [];
  }
}

/** What a class has of the one that it extends, and whose constructor it hands something. */
function inheritedMembers(value: ClassValue | InstanceValue, evaluator: Evaluator): readonly Omit<Members, 'names'>[] {
  const { frame } = value;
  const id = value.kind === 'class' ? value.id : value.classId;
  const self: InstanceValue = value.kind === 'class' ? { kind: 'instance', classId: id, frame, writes: [] } : value;
  const shape = frame.module.class(id);
  if (shape.extends === undefined || shape.superCall === undefined) return [];
  const [base] = evaluator.evaluate(shape.extends, frame).possible;
  const above = base && baseAsked({ value: { kind: 'class', id, frame }, self, made: undefined }, base.value);
  if (above === undefined) return [];
  const { id: aboveId, frame: inner } = above.value;
  return [{ terms: inner.module.class(aboveId).members, frame: inner }];
}
