import type { Emission } from '../../models/model';
import type { ReducerModel, ReducerState } from '../../models/shape/states';
import type { ApiValue, ObjectValue, Value, ValueSet } from '../../resolve/evaluate/value';
import { operandsOf } from '../../resolve/lower/operands';
import type { Term } from '../../resolve/lower/term';
import type { Place } from '../../text/span';
import { judgeName } from '../derive/credentialName';
import type { Knowledge } from '../knowledge';
import type { FactSchema, Flow, Leaf, Setting } from '../schema';
import type { Site } from '../site';
import { spanAt } from '../values/settings';
import { termsAt } from '../values/terms';
import { pathsAt } from './keptMembers';
import { namedMembers, type StateMember } from './namedStates';

type StateEmission = Emission & { emits: 'ClientStore' };

/** Objects in objects, and reducers of parts, that are looked into. */
const MAX_DEPTH = 4;

/** What a store of reducers keeps: the first member of their first state that is named for a token and holds none yet. */
export function keptStates(
  { stateOf, slots }: StateEmission,
  site: Site,
  knowledge: Knowledge,
): readonly FactSchema['ClientStore'][] {
  if (stateOf === undefined) return [];
  if ('named' in stateOf) return tokensAmong(namedMembers(stateOf.named, site), { slots }, site);
  const only = pathsAt(stateOf.only, site);
  const except = pathsAt(stateOf.except, site);
  if (only === 'unknown' || except === 'unknown') return [];
  const members = (termsAt(stateOf.reducer, site) ?? []).flatMap(({ term, frame }) =>
    membersOf(stateOf, site.evaluator.evaluate(term, frame), site, knowledge),
  );
  return tokensAmong(
    members.filter(({ path }) => isWithin(only, path) !== false && isWithin(except, path) !== true),
    { slots },
    site,
  );
}

/** The first member that is named for a token. */
function tokensAmong(
  members: readonly StateMember[],
  { slots }: Pick<StateEmission, 'slots'>,
  site: Site,
): readonly FactSchema['ClientStore'][] {
  const span =
    slots.value.where.map((where) => spanAt(where, site)).find((one) => one !== undefined) ?? site.calleeSpan;
  return members
    .filter(({ path }) => mayBeToken(path))
    .slice(0, 1)
    .map(({ path, place }) => {
      const name = path[path.length - 1] ?? '';
      return { area: slots.area, key: settingOf(name, place, span), value: flowOf(name, place, span) };
    });
}

/** Whether a member is one of some, or lies in one. */
function isWithin(others: readonly (readonly string[])[] | undefined, path: readonly string[]): boolean | undefined {
  return others?.some((other) => other.every((name, index) => path[index] === name));
}

function membersOf(
  { inMembers, holds }: ReducerState,
  set: ValueSet,
  site: Site,
  knowledge: Knowledge,
): readonly StateMember[] {
  if (inMembers !== undefined) return membersOfHolder(set, [], inMembers, site);
  if (holds === 'reducers') return membersOfParts(set, [], site, knowledge);
  return holds === 'state' ? membersOfState(set, [], site) : membersOfReducer(set, [], site, knowledge);
}

/** Of an object that holds a state, and parts that hold theirs. */
function membersOfHolder(
  set: ValueSet,
  path: readonly string[],
  names: NonNullable<ReducerState['inMembers']>,
  site: Site,
): readonly StateMember[] {
  if (path.length > MAX_DEPTH) return [];
  const { evaluator } = site;
  const place = { file: site.frame.module.file, span: site.calleeSpan };
  const parts = evaluator
    .lookup(set, names.parts, place)
    .possible.flatMap(({ value }) => (value.kind === 'object' ? propertiesOf(value) : []));
  return [
    ...membersOfState(evaluator.lookup(set, names.state, place), path, site),
    ...parts.flatMap(({ key, term, frame }) =>
      membersOfHolder(evaluator.evaluate(term, frame), [...path, key], names, site),
    ),
  ];
}

/** By its name alone: a slice of the state may say that it is another kind of token. */
function mayBeToken(path: readonly string[]): boolean {
  return judgeName(path[path.length - 1] ?? '') === 'strong' && judgeName(path.join('_')) !== 'never';
}

function membersOfReducer(
  { possible }: ValueSet,
  path: readonly string[],
  site: Site,
  knowledge: Knowledge,
): readonly StateMember[] {
  if (path.length > MAX_DEPTH) return [];
  const { evaluator } = site;
  return possible.flatMap(({ value }) => {
    if (value.kind === 'function') {
      const first = firstState(value);
      return first === undefined ? [] : membersOfState(evaluator.evaluate(first, value.frame), path, site);
    }
    const model = value.kind === 'api' ? knowledge.reducerOf(value.module, value.path) : undefined;
    if (value.kind !== 'api' || model === undefined) return [];
    const held = heldBy(value, model, site);
    if (model.holds === 'state') return membersOfState(held, path, site);
    return membersOfParts(held, path, site, knowledge);
  });
}

/** Of an object of reducers. */
function membersOfParts(
  { possible }: ValueSet,
  path: readonly string[],
  site: Site,
  knowledge: Knowledge,
): readonly StateMember[] {
  return possible.flatMap(({ value }) =>
    value.kind === 'object'
      ? propertiesOf(value).flatMap(({ key, term, frame }) =>
          membersOfReducer(site.evaluator.evaluate(term, frame), [...path, key], site, knowledge),
        )
      : [],
  );
}

/** The argument of the call that made a reducer, or a member of it. */
function heldBy({ call, receiver }: ApiValue, { argument, member }: ReducerModel, { evaluator }: Site): ValueSet {
  const made = call ?? receiver?.call;
  const given = made?.term.arguments[argument];
  if (made === undefined || given === undefined || given.spread) return { possible: [], complete: false };
  const set = evaluator.evaluate(given.value, made.frame);
  const place = { file: made.frame.module.file, span: given.span };
  return member === undefined ? set : evaluator.lookup(set, member, place);
}

/** What stands in for the state that a reducer is first called without: `(state = initial, action) => …`. */
function firstState({ id, frame: { module } }: Value & { kind: 'function' }): Term | undefined {
  const pending = module.function(id).returns.map(({ value }) => ({ term: value, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { term, depth } = next;
    const binding = term.kind === 'reference' ? module.binding(term.binding) : undefined;
    if (binding?.kind === 'parameter' && binding.function === id && binding.index === 0) return binding.default;
    if (depth < 3 && term.kind !== 'function')
      pending.push(...operandsOf(term).map((one) => ({ term: one, depth: depth + 1 })));
  }
  return undefined;
}

/** The members of a first state that hold nothing yet, or something that is not known. */
function membersOfState({ possible }: ValueSet, path: readonly string[], site: Site): readonly StateMember[] {
  if (path.length > MAX_DEPTH) return [];
  const { evaluator } = site;
  return possible.flatMap(({ value }): readonly StateMember[] => {
    // Made when it is first asked for.
    if (value.kind === 'function')
      return value.frame.module
        .function(value.id)
        .returns.flatMap((one) => membersOfState(evaluator.evaluate(one.value, value.frame), path, site));
    if (value.kind !== 'object') return [];
    const spread = value.term.members.flatMap((member) =>
      member.kind === 'spread' ? membersOfState(evaluator.evaluate(member.value, value.frame), path, site) : [],
    );
    const own = propertiesOf(value).flatMap(({ key, term, frame }): readonly StateMember[] => {
      const set = evaluator.evaluate(term, frame);
      const inner = [...path, key];
      if (set.possible.some((one) => one.value.kind === 'object')) return membersOfState(set, inner, site);
      return set.possible.every((one) => mayBecomeToken(one.value))
        ? [{ path: inner, place: { file: frame.module.file, span: term.span } }]
        : [];
    });
    return [...spread, ...own];
  });
}

function mayBecomeToken(value: Value): boolean {
  if (value.kind === 'literal') return value.value === null || value.value === '';
  return value.kind === 'undefined' || value.kind === 'absent' || value.kind === 'api';
}

function propertiesOf({ term, frame }: ObjectValue) {
  return term.members.flatMap((member) =>
    member.kind === 'property' && typeof member.key === 'string'
      ? [{ key: member.key, term: member.value, frame }]
      : [],
  );
}

function settingOf(name: string, place: Place, span: Flow['span']): Setting<string> {
  const value = { value: name, place, guarded: false, trail: [], source: 'written' } as const;
  return { values: [value], complete: true, span, site: undefined };
}

/** What reducers put there later. */
function flowOf(name: string, place: Place, span: Flow['span']): Flow {
  const origin: Leaf['origin'] = {
    kind: 'unknown',
    at: 'property',
    parts: () => [],
    typedParts: () => [],
    source: () => 'unknown',
    isElement: () => false,
    typeName: () => undefined,
    siblings: () => [],
    elementParts: () => [],
    givers: () => [],
  };
  const leaf: Leaf = {
    origin,
    names: [name],
    place,
    trail: [],
    guarded: false,
    isFallback: false,
    isPiece: false,
    isMember: false,
  };
  return { span, leaves: [leaf], complete: false, isText: false, isRegistered: false };
}
