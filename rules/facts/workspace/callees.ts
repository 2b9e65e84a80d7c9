import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Trace } from '../../resolve/evaluate/memory';
import type { Frame, FunctionValue, Value } from '../../resolve/evaluate/value';
import type { CallTerm, Term } from '../../resolve/lower/term';
import type { Target } from '../../resolve/module/actions';
import type { Binding } from '../../resolve/module/summary';
import type { Knowledge } from '../knowledge';

/** Whether a function or method of that name is known to do something with what it is given. */
export type IsWrapper = (name: string) => boolean;

/** The functions of the workspace that a callee may mean; of a class, the constructor. */
export function functionsOf(callee: Term, frame: Frame, evaluator: Evaluator): readonly FunctionValue[] {
  return evaluator.evaluate(callee, frame).possible.flatMap(({ value }): readonly FunctionValue[] => {
    if (value.kind === 'function') return [value];
    return value.kind === 'class' ? constructorsOf(value, evaluator) : [];
  });
}

/** What `new` runs: the class's own constructor, or that of the class that it extends. */
export function constructorsOf(
  { id, frame }: Value & { kind: 'class' },
  evaluator: Evaluator,
  steps = MAX_STEPS,
): readonly FunctionValue[] {
  const { constructorId, extends: base } = frame.module.class(id);
  if (constructorId !== undefined) return [{ kind: 'function', id: constructorId, frame }];
  if (base === undefined || steps === 0) return [];
  return evaluator
    .evaluate(base, frame)
    .possible.flatMap(({ value }) => (value.kind === 'class' ? constructorsOf(value, evaluator, steps - 1) : []));
}

/** A parameter by its index, and what of it is called or assigned to. */
export interface CalledParameter {
  readonly kind: Target['kind'];
  readonly index: number;
  readonly path: readonly (string | Term)[];
}

/** The parameter of a function that is called or assigned to, or a member of it; `undefined` when it is none. */
export function calledParameter({ kind, term }: Target, { id, frame }: FunctionValue): CalledParameter | undefined {
  const isPart = term.kind === 'member' && (kind === 'assignment' || typeof term.key === 'string');
  const root = isPart ? term.object : term;
  const binding = root.kind === 'reference' ? frame.module.binding(root.binding) : undefined;
  const isOwn = binding?.kind === 'parameter' && binding.function === id && binding.path.length === 0 && !binding.rest;
  return isOwn ? { kind, index: binding.index, path: isPart ? [term.key] : [] } : undefined;
}

/**
 * Whether a callee can mean a function that does something with what it is given: one of this module, or one of a name that
 * is known. Files are not loaded to find out.
 */
export function mayBeWrapper(callee: Term, frame: Frame, isWrapper: IsWrapper | undefined, trace: Trace): boolean {
  if (isWrapper === undefined) return true;
  const isModule = (specifier: string): boolean => isWrapper(baseNameOf(specifier));
  return leadsTo(callee, frame, { isName: isWrapper, isModule, isLocal: true, trace }, MAX_STEPS);
}

/**
 * Whether a callee can mean something that a model describes, by the names that it shows. Modules hand libraries on under
 * names of their own: those are among the known wrappers, or all names count.
 */
export function mayBeDescribed(
  callee: Term,
  frame: Frame,
  knowledge: Knowledge,
  isWrapper: IsWrapper | undefined,
  trace: Trace,
): boolean {
  const isName = (name: string): boolean => knowledge.isRelevantName(name) || isWrapper?.(name) === true;
  if (callee.kind === 'member' && typeof callee.key === 'string' && callee.key !== 'default')
    return isName(callee.key) || isElementOfRest(callee, frame);
  const isModule = (specifier: string): boolean => isWrapper === undefined || knowledge.isDescribed(specifier);
  return leadsTo(callee, frame, { isName, isModule, isLocal: false, trace }, MAX_STEPS);
}

/** `all[0]` in `(...all) => …` shows no name: it may be whatever the function gets. */
function isElementOfRest({ object }: Term & { kind: 'member' }, { module }: Frame): boolean {
  const binding = object.kind === 'reference' ? module.binding(object.binding) : undefined;
  return binding?.kind === 'parameter' && binding.gathers === true;
}

/** `window[area].setItem(…)`, `storages[area].setItem(…)`: what is called is up to whoever gives the name. */
export function isChosenByName(callee: Term, knowledge: Knowledge): boolean {
  if (callee.kind !== 'member' || typeof callee.key !== 'string' || !knowledge.isRelevantName(callee.key)) return false;
  const { object } = callee;
  return object.kind === 'member' && typeof object.key !== 'string' && isNamed(object.object);
}

function isNamed({ kind }: Term): boolean {
  return kind === 'global' || kind === 'reference';
}

/** What a callee may lead to. */
interface Aim {
  isName(name: string): boolean;
  isModule(specifier: string): boolean;
  /** Functions of the module itself count. */
  readonly isLocal: boolean;
  readonly trace: Trace;
}

/** How many names a callee is followed through: `const keep = save`, `const { save } = storage`. */
const MAX_STEPS = 4;

function leadsTo(term: Term, frame: Frame, aim: Aim, steps: number): boolean {
  switch (term.kind) {
    case 'function':
    case 'this':
      return aim.isLocal;
    case 'super':
      return term.classId !== undefined && frame.module.class(term.classId).extends !== undefined;
    case 'member':
      return typeof term.key !== 'string' || aim.isName(term.key) || leadsTo(term.object, frame, aim, steps);
    case 'call':
      // What a function makes of the functions that it is given.
      if (isOfObject(term)) return term.arguments.some(({ value }) => leadsTo(value, frame, aim, steps));
      return leadsTo(term.callee, frame, aim, steps) || (steps > 0 && handsOver(term, frame, aim, steps - 1));
    case 'global':
      return aim.isName(term.name);
    case 'module':
      return aim.isModule(term.specifier);
    case 'object':
      return aim.isLocal && term.members.some(({ value }) => holdsFunction(value));
    case 'array':
      return aim.isLocal && term.elements.some(({ value }) => holdsFunction(value));
    case 'reference': {
      if (aim.isName(term.name)) return true;
      const binding = frame.module.binding(term.binding);
      if (binding.kind === 'function' || binding.kind === 'class') return aim.isLocal;
      if (binding.kind === 'import') return aim.isName(binding.imported) || aim.isModule(binding.specifier);
      // What a caller handed over may be anything.
      if (binding.kind === 'parameter') {
        if (frame.arguments.has(binding.function)) return true;
        aim.trace.add(frame.module.function(binding.function));
        return binding.default !== undefined && steps > 0 && leadsTo(binding.default, frame, aim, steps - 1);
      }
      if (binding.kind !== 'variable') return false;
      // `api.save = (key, value) => …`, in the file itself.
      if (aim.isLocal && binding.writes.some(({ value }) => value?.kind === 'function')) return true;
      if (binding.initial === undefined || steps === 0) return false;
      return leadsTo(binding.initial, frame, aim, steps - 1);
    }
    default:
      return false;
  }
}

/** An object or a list that is written out may hold functions of the module. */
function holdsFunction(value: Term): boolean {
  if (value.kind === 'object') return value.members.some((member) => holdsFunction(member.value));
  return isNamedFunction(value);
}

/** `Object.freeze({ … })`, `Object.assign(api, { … })`. */
function isOfObject({ callee }: CallTerm): boolean {
  return callee.kind === 'member' && callee.object.kind === 'global' && callee.object.name === 'Object';
}

function handsOver({ arguments: list }: CallTerm, frame: Frame, aim: Aim, steps: number): boolean {
  return list.some(({ value: given }) => {
    const value = unbound(given);
    // A module is handed to what compilers write around `require`.
    return (isNamedFunction(value) || value.kind === 'module') && leadsTo(value, frame, aim, steps);
  });
}

/** `jwt.verify.bind(jwt)` is `jwt.verify`. */
function unbound(term: Term): Term {
  return term.kind === 'call' && term.callee.kind === 'member' && term.callee.key === 'bind'
    ? term.callee.object
    : term;
}

function isNamedFunction({ kind }: Term): boolean {
  return kind === 'function' || kind === 'reference' || kind === 'member';
}

/**
 * Whether a call hands on a function that does something with what it is given: it matters what code of the workspace calls
 * it with.
 */
export function handsOverWrapper(
  call: CallTerm,
  frame: Frame,
  isWrapper: IsWrapper | undefined,
  knowledge: Knowledge,
  trace: Trace,
): boolean {
  const isName = (name: string): boolean => knowledge.isRelevantName(name) || isWrapper?.(name) === true;
  const aim: Aim = { isName, isModule: () => false, isLocal: false, trace };
  return call.arguments.some(({ value }) => {
    if (value.kind === 'function') return frame.module.function(value.id).effects.length > 0;
    if (value.kind === 'global') return isName(value.name);
    if (!isNamedFunction(value)) return false;
    const binding = value.kind === 'reference' ? frame.module.binding(value.binding) : undefined;
    const own = binding?.kind === 'function' ? binding.id : initialFunction(binding);
    if (own !== undefined) return frame.module.function(own).effects.length > 0;
    return leadsTo(value, frame, aim, 1);
  });
}

/** A specifier that can mean a module of the workspace: a path, an alias, a scoped package. */
const OWN_SPECIFIER = /^(?:[.~#/]|@)/;

/** Whether a callee can be code of the workspace. */
export function isOwnCode(callee: Term, { module }: Frame): boolean {
  let root = callee;
  while (root.kind === 'member') root = root.object;
  if (root.kind === 'this') return true;
  if (root.kind !== 'reference') return false;
  const binding = module.binding(root.binding);
  if (binding.kind === 'import') return OWN_SPECIFIER.test(binding.specifier);
  return binding.kind === 'function' || binding.kind === 'class' || initialFunction(binding) !== undefined;
}

function initialFunction(binding: Binding | undefined): number | undefined {
  return binding?.kind === 'variable' && binding.initial?.kind === 'function' ? binding.initial.id : undefined;
}

/** The name by which a module's default export is known: its file's, or its folder's. */
export function baseNameOf(path: string): string {
  const parts = path.split('/');
  const last = (parts.pop() ?? '').replace(/\.[cm]?[jt]sx?$/, '');
  return last === 'index' ? (parts.pop() ?? last) : last;
}
