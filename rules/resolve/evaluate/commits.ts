import type { CallTerm, Term } from '../lower/term';
import { type Evaluator, placeOf } from './evaluate';
import { offeredTo, termOffered } from './offers';
import { textOf } from './onlyValue';
import type { Frame, FunctionValue, ObjectValue, Value, ValueSet } from './value';

/** The library whose stores are told by name what to do. */
const STORES = 'vuex';
/** What such a call calls: `commit('SET', value)`, `store.dispatch('auth/begin', value)`. */
const KINDS: Readonly<Record<string, 'mutations' | 'actions'>> = { commit: 'mutations', dispatch: 'actions' };
/** Modules in modules. */
const MAX_NESTING = 4;

/** A function that a call means, and the call as the function gets it. */
export interface Committed {
  readonly callee: FunctionValue;
  readonly term: CallTerm;
}

/** The mutations or actions that a call names, in the stores that the package makes. */
export function committedBy(term: CallTerm, frame: Frame, evaluator: Evaluator): readonly Committed[] {
  const kind = kindOf(term.callee);
  if (kind === undefined || term.arguments.some(({ spread }) => spread)) return [];
  const offers = evaluator.apis.offersOf(STORES);
  const name = textOf(term.arguments[0]?.value, frame, evaluator);
  if (offers === undefined || name === undefined) return [];
  const stores = offeredTo(offers, evaluator).flatMap((offered) => {
    const given = termOffered(offered);
    return given === undefined ? [] : objectsIn(evaluator.evaluate(given.term, given.frame));
  });
  const look: Look = { kind, evaluator };
  const named = stores.flatMap((store) => namedIn(store, name.split('/'), look, MAX_NESTING));
  // What stands in a module that has a name of its own calls the rest of it without that name.
  const beside = (): readonly FunctionValue[] =>
    stores
      .flatMap((store) => allNamed(store, name, look, MAX_NESTING))
      .filter((one) => one.frame.module.file === frame.module.file);
  const meant = named.length > 0 ? named : beside();
  const unknown: Term = { kind: 'unknown', span: term.span };
  const rest = { ...term, arguments: term.arguments.slice(1) };
  return meant.map((one) => ({
    callee: { ...one, bound: [{ value: unknown, span: term.span, spread: false, frame }] },
    term: rest,
  }));
}

/** The names by which files commit what an object has that a store is made of. */
export function commitNames(store: Value, evaluator: Evaluator): readonly NamedCommit[] {
  if (store.kind !== 'object') return [];
  return Object.entries(KINDS).flatMap(([caller, kind]) =>
    objectsIn(memberOf(store, kind, evaluator)).flatMap(({ term, frame }) =>
      term.members.flatMap((member): readonly NamedCommit[] => {
        if (member.kind !== 'property') return [];
        const { key } = member;
        const written = typeof key === 'string' ? key : nameOf(key);
        const text = typeof key === 'string' ? key : textOf(key, frame, evaluator);
        const literals = [written, text].filter((one) => one !== undefined);
        const functions = functionsIn(evaluator.evaluate(member.value, frame));
        return literals.length === 0 ? [] : functions.map((one) => ({ caller, literals, function: one }));
      }),
    ),
  );
}

/** A function of a store: who calls it, and what such a call shows. */
export interface NamedCommit {
  readonly caller: string;
  readonly literals: readonly string[];
  readonly function: FunctionValue;
}

interface Look {
  readonly kind: 'mutations' | 'actions';
  readonly evaluator: Evaluator;
}

/** What bears a name with the names of modules before it. */
function namedIn(
  store: ObjectValue,
  [first = '', ...rest]: readonly string[],
  look: Look,
  left: number,
): readonly FunctionValue[] {
  const { evaluator, kind } = look;
  const own =
    rest.length > 0
      ? []
      : objectsIn(memberOf(store, kind, evaluator)).flatMap((one) => functionsIn(memberOf(one, first, evaluator)));
  const inner = modulesOf(store, evaluator, left).flatMap(({ name, module }) => {
    const isNamespaced = memberOf(module, 'namespaced', evaluator).possible.some(
      ({ value }) => value.kind === 'literal' && value.value === true,
    );
    if (!isNamespaced) return namedIn(module, [first, ...rest], look, left - 1);
    return name === first && rest.length > 0 ? namedIn(module, rest, look, left - 1) : [];
  });
  return [...own, ...inner];
}

/** What bears a name in whichever module. */
function allNamed(store: ObjectValue, name: string, look: Look, left: number): readonly FunctionValue[] {
  const { evaluator, kind } = look;
  const own = objectsIn(memberOf(store, kind, evaluator)).flatMap((one) => functionsIn(memberOf(one, name, evaluator)));
  return [...own, ...modulesOf(store, evaluator, left).flatMap(({ module }) => allNamed(module, name, look, left - 1))];
}

function modulesOf(
  store: ObjectValue,
  evaluator: Evaluator,
  left: number,
): readonly { readonly name: string; readonly module: ObjectValue }[] {
  if (left === 0) return [];
  return objectsIn(memberOf(store, 'modules', evaluator)).flatMap((modules) =>
    modules.term.members.flatMap((one) => {
      if (one.kind !== 'property' || typeof one.key !== 'string') return [];
      const name = one.key;
      return objectsIn(evaluator.evaluate(one.value, modules.frame)).map((module) => ({ name, module }));
    }),
  );
}

function memberOf(object: ObjectValue, key: string, evaluator: Evaluator): ValueSet {
  const place = placeOf(object.term.span, object.frame);
  const objects: ValueSet = { possible: [{ value: object, place, guarded: false, trail: [] }], complete: true };
  return evaluator.lookup(objects, key, place);
}

function objectsIn({ possible }: ValueSet): readonly ObjectValue[] {
  return possible.flatMap(({ value }) => (value.kind === 'object' ? [value] : []));
}

function functionsIn({ possible }: ValueSet): readonly FunctionValue[] {
  return possible.flatMap(({ value }) => (value.kind === 'function' ? [value] : []));
}

function kindOf(callee: Term): 'mutations' | 'actions' | undefined {
  const name = nameOf(callee);
  return name !== undefined && Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

function nameOf(term: Term): string | undefined {
  if (term.kind === 'member') return typeof term.key === 'string' ? term.key : undefined;
  return term.kind === 'reference' || term.kind === 'global' ? term.name : undefined;
}
