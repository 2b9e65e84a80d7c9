import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { onlyObject } from '../../resolve/evaluate/onlyValue';
import type { Frame, ObjectValue, Value } from '../../resolve/evaluate/value';
import type { MemberEntry, ObjectTerm, Term } from '../../resolve/lower/term';
import type { Span } from '../../text/span';

/** Whether a value has no properties that could be settings. */
export function holdsNothing(value: Value): boolean {
  return value.kind === 'undefined' || value.kind === 'absent' || value.kind === 'literal' || value.kind === 'text';
}

/** Several places decide; this one is shown. */
interface Unclear {
  readonly unclear: Span;
}

/** Where the value of a property is written. */
export interface DecidingMember {
  readonly span: Span;
  readonly valueSpan: Span;
  readonly value: Term;
  readonly frame: Frame;
  readonly shorthand: boolean;
  /** It is an attribute of a tag. */
  readonly isAttribute: boolean;
  /** With its comma; `undefined` for what is written to the object. */
  readonly property: Span | undefined;
}

/** The one member of a literal, or the one write to it, that gives a property its value; `undefined`: none does. */
export function decidingMember(
  object: ObjectValue,
  key: string,
  evaluator: Evaluator,
): DecidingMember | Unclear | undefined {
  const writes = object.writes.filter(({ write }) => write.path[0] === key || write.path[0] === undefined);
  // What is written below the property goes with its value.
  const write = writes.filter(({ write: { path } }) => path.length < 2).pop();
  if (write !== undefined) {
    const { value, span, path } = write.write;
    if (!write.definite || value === undefined || path.length !== 1)
      return { unclear: path.length === 1 ? span : object.term.span };
    const site = { span, valueSpan: value.span, value, frame: write.frame };
    return { ...site, shorthand: false, isAttribute: false, property: undefined };
  }
  return memberOf(object.term, key, object.frame, evaluator);
}

function memberOf(
  object: ObjectTerm,
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): DecidingMember | Unclear | undefined {
  let isOverruled = false;
  for (let index = object.members.length - 1; index >= 0; index--) {
    const member: MemberEntry | undefined = object.members[index];
    if (member === undefined) continue;
    if (member.kind === 'spread') {
      const own =
        member.value.kind === 'object'
          ? memberOf(member.value, key, frame, evaluator)
          : sharedMember(object, member.value, key, frame, evaluator);
      if (own !== undefined) return own;
      isOverruled ||= member.value.kind !== 'object' && !certainlyLacks(member.value, key, frame, evaluator);
      continue;
    }
    if (typeof member.key !== 'string') return { unclear: object.span };
    if (member.key !== key) continue;
    // What is spread behind an own property may have replaced it.
    if (isOverruled) return { unclear: object.span };
    const valueSpan = member.shorthand ? member.span : member.value.span;
    const isAttribute = object.layout.isElement === true;
    const { span, value, shorthand } = member;
    // A function does more than to set a flag.
    const property = value.kind === 'function' || isAttribute ? undefined : propertySpan(object, index);
    return { span, valueSpan, value, frame, shorthand, isAttribute, property };
  }
  return undefined;
}

/** `<Provider {...config}>`: a tag's options stand in the object that it spreads. */
function sharedMember(
  { layout }: ObjectTerm,
  spread: Term,
  key: string,
  frame: Frame,
  evaluator: Evaluator,
): DecidingMember | Unclear | undefined {
  const shared = layout.isElement ? onlyObject(evaluator.evaluate(spread, frame)) : undefined;
  return shared && decidingMember(shared, key, evaluator);
}

/** Objects are spread into others, and into themselves: nobody looks further than that. */
const MAX_SPREADS = 4;

/** What an object that is spread into another gives a property, where the last one that says something is known. */
export function spreadMember(
  { term: { members }, frame, writes }: ObjectValue,
  key: string,
  evaluator: Evaluator,
  steps = MAX_SPREADS,
): DecidingMember | undefined {
  if (steps === 0) return undefined;
  if (writes.some(({ write: { path } }) => path[0] === key || path[0] === undefined)) return undefined;
  for (const member of [...members].reverse()) {
    if (member.kind !== 'spread') {
      if (typeof member.key === 'string' && member.key !== key) continue;
      return undefined;
    }
    if (member.without?.includes(key)) continue;
    const shared = onlyObject(evaluator.evaluate(member.value, frame));
    const found = shared && (decidingMember(shared, key, evaluator) ?? spreadMember(shared, key, evaluator, steps - 1));
    if (found !== undefined) return 'unclear' in found ? undefined : found;
    if (shared === undefined && !certainlyLacks(member.value, key, frame, evaluator)) return undefined;
  }
  return undefined;
}

/** A member with its comma and the space to the next one: what goes when it is taken out. */
function propertySpan({ members, layout, span }: ObjectTerm, index: number): Span | undefined {
  const [before, own, next] = [members[index - 1], members[index], members[index + 1]];
  if (own === undefined) return undefined;
  if (next !== undefined) return { start: own.span.start, end: next.span.start };
  if (before !== undefined) return { start: before.span.end, end: own.span.end };
  return { start: span.start + 1, end: layout.end };
}

function certainlyLacks(spread: Term, key: string, frame: Frame, evaluator: Evaluator): boolean {
  const term = spread.kind === 'logical' && spread.operator === '&&' ? spread.right : spread;
  const place = { file: frame.module.file, span: spread.span };
  const values = evaluator.evaluate(term, frame);
  const objects = values.possible.filter(({ value }) => !holdsNothing(value));
  const { possible, complete } = evaluator.lookup({ possible: objects, complete: values.complete }, key, place);
  return complete && possible.every(({ value }) => value.kind === 'absent');
}
