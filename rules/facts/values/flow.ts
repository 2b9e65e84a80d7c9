import { type Evaluator, MAX_DEPTH } from '../../resolve/evaluate/evaluate';
import type { Frame } from '../../resolve/evaluate/value';
import type { LogicalTerm, Term } from '../../resolve/lower/term';
import type { Place } from '../../text/span';
import type { Knowledge } from '../knowledge';
import type { Leaf } from '../schema';
import type { Origin, TrailEnd } from '../schema/origins';
import { followCall } from './flowCall';
import { followMember } from './flowMember';
import { keyedPair, ownKey } from './flowNames';
import { followReference } from './flowReference';
import { functionOrigin } from './keyProviders';
import { originOf, trailEnd, unknownOrigin } from './origins';
import { recordIn } from './resultFlow';
import { followKeyed, placeOf, START, type Walk, type Way } from './way';

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
            followKeyed(ownKey(member)[0], member.value, within, way, walk);
          }
        }
        return;
      case 'array':
        for (const { value } of at.elements) {
          const pair = keyedPair(value);
          if (pair === undefined) follow(value, within, way);
          else followKeyed(pair.key, pair.value, within, way, walk);
        }
        return;
      case 'reference':
        return followReference(at, within, way, walk);
      case 'member':
        return followMember(at, within, way, walk);
      case 'call':
        return followCall(at, within, way, walk);
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

  const addEvaluated = (at: Term, within: Frame, way: Way): void => {
    const set = evaluator.evaluate(at, within);
    let isKnown = set.complete && set.possible.length > 0;
    for (const { value, place, trail, guarded } of set.possible) {
      const origin = originOf(value, knowledge, ofFunction) ?? recordIn(value, way, walk);
      // What a library gives is as unknown beside a value that is known.
      if (origin === undefined) isKnown = false;
      else add(origin, place, { ...way, trail: [...way.trail, ...trail], guarded: way.guarded || guarded });
    }
    if (!isKnown) addUnknown(trailEnd(at, within), at, within, way);
  };

  const ofFunction = (id: number, within: Frame): Origin =>
    functionOrigin(
      id,
      within,
      evaluator,
      knowledge,
      (one) => leavesOf(one.term, one.frame, evaluator, knowledge).leaves,
    );

  const walk: Walk = { evaluator, knowledge, add, addUnknown, addEvaluated, follow, ofFunction };
  follow(term, frame, START);
  return { leaves, complete };
}

/** The leaves that are not known. */
export function unknownLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter(({ origin }) => origin.kind === 'unknown');
}

function isAt(place: Place | undefined, { span }: Term, { module }: Frame): boolean {
  return place?.file === module.file && place.span.start === span.start && place.span.end === span.end;
}
