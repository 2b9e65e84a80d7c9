import { elementOfRest } from '../../resolve/evaluate/given';
import { importedTerm } from '../../resolve/evaluate/imports';
import { textOf } from '../../resolve/evaluate/onlyValue';
import type { Frame, Value } from '../../resolve/evaluate/value';
import type { MemberTerm, Term } from '../../resolve/lower/term';
import type { Write } from '../../resolve/module/summary';
import { assignedMembers } from '../kept/assignedMembers';
import { spreadMember } from './decidingMember';
import { holderNames, memberName } from './flowNames';
import { keysWritten, writtenMembers } from './heldValues';
import { holderOf } from './holders';
import { schemaDefault } from './schemaDefaults';
import { followKeyed, placeOf, type Walk, type Way } from './way';

/** What a property holds: what its object was made with, what was written to it since, what its schema says without it. */
export function followMember(at: MemberTerm, within: Frame, way: Way, walk: Walk): void {
  const { evaluator, knowledge, addEvaluated, follow } = walk;
  if (typeof at.key !== 'string') {
    const key = textOf(at.key, within, evaluator);
    return key === undefined ? addEvaluated(at, within, way) : followMember({ ...at, key }, within, way, walk);
  }
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
    const spread = own === undefined ? spreadMember(one.value, at.key, evaluator) : undefined;
    if (spread !== undefined) {
      return follow(spread.value, spread.frame, { ...named, trail: [...named.trail, ...one.trail] });
    }
  }
  const field = one !== undefined && others.length === 0 ? fieldTerm(one.value, at.key) : undefined;
  if (field !== undefined && one !== undefined) {
    const way: Way = { ...named, trail: [...named.trail, ...one.trail] };
    for (const { key, term, guarded } of keysWritten(field.parts.map((write) => ({ write, definite: false }))))
      followKeyed(key, term, field.frame, { ...way, guarded: way.guarded || guarded }, walk);
    return follow(field.term, field.frame, way);
  }
  const element = at.object.kind === 'array' ? at.object.elements[Number(at.key)] : undefined;
  if (element !== undefined && !element.spread) return follow(element.value, within, way);
  const values = objects.possible.map(({ value }) => value);
  const assigned = assignedMembers(at.key, values, within, evaluator, knowledge);
  for (const { term: one, frame: inner } of assigned)
    follow(one, inner, { ...named, trail: [...named.trail, placeOf(at, within)] });
  if (assigned.length > 0) return;
  const standIn = schemaDefault(at, values, evaluator, knowledge);
  if (standIn !== undefined) {
    const trail = [...named.trail, placeOf(at, within)];
    follow(standIn.term, standIn.frame, { ...named, trail, isFallback: true });
  }
  addEvaluated(at, within, { ...named, names: [...named.names, ...holderNames(at.key, at.object)] });
}

interface Field {
  readonly term: Term;
  readonly frame: Frame;
  /** What is written below it. */
  readonly parts: readonly Write[];
}

/** What a class itself gives a field, where nobody writes to it from outside and no annotation says more. */
function fieldTerm(value: Value, key: string): Field | undefined {
  if (value.kind !== 'class' && (value.kind !== 'instance' || value.writes.length > 0)) return undefined;
  const { frame } = value;
  const shape = frame.module.class(value.kind === 'class' ? value.id : value.classId);
  const own = value.kind === 'class' ? shape.statics : shape.members;
  const term = Object.hasOwn(own, key) ? own[key] : undefined;
  const isSettled = !Object.hasOwn(shape.declared, key) && !Object.hasOwn(shape.asked, key);
  const parts = (value.kind === 'instance' && Object.hasOwn(shape.parts, key) && shape.parts[key]) || [];
  return term !== undefined && term.kind !== 'function' && isSettled ? { term, frame, parts } : undefined;
}
