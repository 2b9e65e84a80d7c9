import { IDENTITY_METHODS, isIdentityCall } from '../../resolve/builtins';
import { frameOfCall } from '../../resolve/calls';
import { type Evaluator, MAX_DEPTH } from '../../resolve/evaluate';
import { elementOfRest } from '../../resolve/given';
import { importedTerm } from '../../resolve/imports';
import type { CallTerm, LogicalTerm, MemberTerm, ReferenceTerm, Term } from '../../resolve/term';
import type { Frame } from '../../resolve/value';
import type { Place } from '../../text/span';
import type { Knowledge } from '../knowledge';
import type { Leaf } from '../schema';
import type { Origin, TrailEnd } from '../schema/origins';
import { GENERIC_KEYS, keyedPair, memberName, nameAskedFor, nameOf, ownKey } from './flowNames';
import { givenFor, valuesOf, writtenMembers } from './heldValues';
import { holderOf } from './holders';
import { functionOrigin } from './keyProviders';
import { originOf, trailEnd, unknownOrigin } from './origins';
import { followResult, recordIn, zeroBytes } from './resultFlow';
import { schemaDefault } from './schemaDefaults';
import { memberTerm } from './terms';
import { placeOf, START, type Walk, type Way } from './way';

/** Leaves of one expression that are looked at; beyond them the flow counts as not known. */
const MAX_LEAVES = 24;
const MAX_STEPS = 400;

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
  const addUnknown = (at: TrailEnd, end: Term, within: Frame, way: Way): void =>
    add(unknownOrigin(at, end, within, way, evaluator, knowledge), placeOf(end, within), way);

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
        return add(ofFunction(at.id, within), place, way);
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
      const origin = originOf(value, knowledge, ofFunction) ?? recordIn(value, way, walk);
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
    if (binding.kind === 'function') return add(ofFunction(binding.id, within), placeOf(at, within), named);
    addEvaluated(at, within, named);
  };

  const followMember = (at: MemberTerm, within: Frame, way: Way): void => {
    if (typeof at.key !== 'string') return addEvaluated(at, within, way);
    const given = elementOfRest(at, within);
    if (given !== undefined) return follow(given.term, given.frame, way);
    const holder = holderOf(at, within);
    const holders = holder === undefined ? way.holders : [...way.holders, holder];
    const named: Way = { ...way, names: [...way.names, memberName(at.key, at.object)], holders };
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
        const bytes = way.trail.length === 0 ? zeroBytes(value, at, within, evaluator) : undefined;
        if (bytes !== undefined) {
          add({ kind: 'zeros', bytes }, placeOf(at, within), named);
          followed = true;
          continue;
        }
        followed = followResult(value, at, within, named, walk) || followed;
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

  const ofFunction = (id: number, within: Frame): Origin =>
    functionOrigin(
      id,
      within,
      evaluator,
      knowledge,
      (one) => leavesOf(one.term, one.frame, evaluator, knowledge).leaves,
    );

  const walk: Walk = { evaluator, knowledge, add, addUnknown, follow };
  follow(term, frame, START);
  return { leaves, complete };
}

/** `JSON.stringify` with a replacer. */
function selects({ arguments: [, second] }: CallTerm): boolean {
  return second !== undefined && second.value.kind !== 'literal' && second.value.kind !== 'undefined';
}

/** The leaves that are not known. */
export function unknownLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ origin }) => origin.kind === 'unknown');
}

function isAt(place: Place | undefined, { span }: Term, { module }: Frame): boolean {
  return place?.file === module.file && place.span.start === span.start && place.span.end === span.end;
}
