import type { SchemaDefaults } from '../../models/shape/results';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import {
  type ApiValue,
  type Frame,
  type FramedCall,
  isNothing,
  type Possible,
  type Value,
} from '../../resolve/evaluate/value';
import { lastName, memberTerm } from '../../resolve/lower/operands';
import type { MemberTerm, Term } from '../../resolve/lower/term';
import { keptTerms } from '../kept/keptValues';
import type { Knowledge } from '../knowledge';
import type { FramedTerm } from './chain';

/** Methods after which what a schema gives is no longer what its default says. */
const CHANGES = /^(?:transform|pipe|catch|removeDefault|custom|external|forbidden|strip)$/;

/** What a schema gives for the member of an object that it describes, where nobody gave one. */
export function schemaDefault(
  { key, object }: MemberTerm,
  described: readonly Value[],
  evaluator: Evaluator,
  knowledge: Knowledge,
): FramedTerm | undefined {
  // `let config;`, which is given what the schema gives once the program runs.
  const [one, ...others] = described.filter((value) => !isNothing(value));
  if (one?.kind !== 'api' || others.length > 0 || typeof key !== 'string' || object.kind === 'module') return undefined;
  return memberDefault(one, key, evaluator, knowledge);
}

/** The value with what is kept under its name, or stands in where nobody gave one. */
export function withStandIns(one: Possible, evaluator: Evaluator, knowledge: Knowledge): readonly Possible[] {
  const { value } = one;
  if (value.kind !== 'api') return [one];
  const sets = standIns(value, evaluator, knowledge).map(({ term, frame }) => evaluator.evaluate(term, frame));
  const trail = [...one.trail, one.place];
  return [
    one,
    ...sets.flatMap(({ possible }) => possible.map((other) => ({ ...other, trail: [...trail, ...other.trail] }))),
  ];
}

function standIns(value: ApiValue, evaluator: Evaluator, knowledge: Knowledge): readonly FramedTerm[] {
  const { receiver, key, call } = value;
  if (receiver === undefined) return [];
  if (call === undefined) {
    const standIn = key === undefined ? undefined : memberDefault(receiver, key, evaluator, knowledge);
    return standIn === undefined ? [] : [standIn];
  }
  const result = knowledge.resultOf(value.module, value.path);
  if (typeof result !== 'object' || !('kept' in result)) return [];
  return keptTerms(result.kept, receiver, call.term, call.frame, evaluator);
}

function memberDefault(one: ApiValue, key: string, evaluator: Evaluator, knowledge: Knowledge): FramedTerm | undefined {
  const result = knowledge.resultOf(one.module, one.path);
  if (typeof result !== 'object' || !('schema' in result)) return undefined;
  const { schema } = result;
  const listing = listingCall(one, schema.by, schema.handed, evaluator);
  const members = listing?.term.arguments[schema.lists];
  if (listing === undefined || members === undefined || members.spread) return undefined;
  const member = memberTerm(members.value, [...(schema.within ?? []), key]);
  return defaultOf(apiOf(member, listing.frame, evaluator), schema);
}

/** The call that lists the members: on the way to what is read, or to the schema that was handed to a call on that way. */
function listingCall(
  described: ApiValue,
  by: readonly string[],
  handed: number | undefined,
  evaluator: Evaluator,
): FramedCall | undefined {
  for (let api: ApiValue | undefined = described; api !== undefined; api = api.receiver) {
    if (api.call === undefined) continue;
    if (by.includes(lastKey(api.call))) return api.call;
    const schema = handed === undefined ? undefined : api.call.term.arguments[handed];
    if (schema === undefined) continue;
    const other = apiOf(schema.value, api.call.frame, evaluator);
    return other && listingCall(other, by, undefined, evaluator);
  }
  return undefined;
}

function defaultOf(member: ApiValue | undefined, { defaults }: SchemaDefaults): FramedTerm | undefined {
  for (let api = member; api !== undefined; api = api.receiver) {
    if (api.call === undefined) continue;
    const { term, frame } = api.call;
    const [first] = term.arguments;
    if (first?.spread === true || CHANGES.test(lastKey(api.call))) return undefined;
    if ('option' in defaults) return first && { term: memberTerm(first.value, [defaults.option]), frame };
    if (lastKey(api.call) === defaults.method) return first && { term: first.value, frame };
  }
  return undefined;
}

function apiOf(term: Term, frame: Frame, evaluator: Evaluator): ApiValue | undefined {
  const [one, ...others] = evaluator.evaluate(term, frame).possible;
  return one?.value.kind === 'api' && others.length === 0 ? one.value : undefined;
}

/** The name by which a call calls. */
function lastKey({ term: { callee } }: FramedCall): string {
  return lastName(callee) ?? '';
}
