import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { type Frame, isNothing, type ObjectValue, type ValueSet } from '../../resolve/evaluate/value';
import type { ObjectTerm, Term } from '../../resolve/lower/term';
import type { Span } from '../../text/span';
import type { Knowledge } from '../knowledge';
import type { Claim } from '../schema/flows';
import { leavesOf } from './flow';

/** Claims are looked for in objects of objects as well. */
const MAX_DEPTH = 3;
const MAX_CLAIMS = 100;
/** Objects that are spread into objects. */
const MAX_SPREADS = 8;

/** What a payload says, as far as objects of the source show it: what is written to them and deleted counts. */
export function claimsOf(term: Term, frame: Frame, evaluator: Evaluator, knowledge: Knowledge): readonly Claim[] {
  const claims: Claim[] = [];

  const visit = (payload: ValueSet, depth: number): void => {
    for (const one of payload.possible) {
      if (one.value.kind !== 'object') continue;
      for (const [name, member] of membersOf(one.value, evaluator)) {
        if (claims.length === MAX_CLAIMS) return;
        const values = evaluator.lookup({ possible: [one], complete: true }, name, one.place);
        if (values.complete && values.possible.every(({ value }) => isNothing(value))) continue;
        const isObject = values.possible.some(({ value }) => value.kind === 'object');
        claims.push({
          name,
          place: { file: member.frame.module.file, span: member.span },
          guarded: one.guarded || (values.possible.length > 0 && values.possible.every(({ guarded }) => guarded)),
          // What an object holds is in the claims inside of it.
          leaves: isObject ? [] : leavesOf(member.value, member.frame, evaluator, knowledge).leaves,
          removal: member.removal,
        });
        if (depth < MAX_DEPTH) visit(values, depth + 1);
      }
    }
  };

  visit(evaluator.evaluate(term, frame), 1);
  return claims;
}

interface Member {
  readonly span: Span;
  readonly value: Term;
  readonly frame: Frame;
  /** What an edit takes away that takes the member away. */
  readonly removal: Span | undefined;
}

/** The members that an object may have, by name: its own, those of objects that are spread into it, and what is written. */
function membersOf({ term, frame, writes }: ObjectValue, evaluator: Evaluator, depth = 0): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const [index, member] of term.members.entries()) {
    if (member.kind === 'property') {
      if (typeof member.key !== 'string') continue;
      members.set(member.key, { span: member.span, value: member.value, frame, removal: removalOf(term, index) });
      continue;
    }
    if (depth === MAX_SPREADS) continue;
    for (const { value } of evaluator.evaluate(member.value, frame).possible) {
      if (value.kind !== 'object') continue;
      for (const [name, inner] of membersOf(value, evaluator, depth + 1)) {
        if (member.without?.includes(name) !== true) members.set(name, inner);
      }
    }
  }
  for (const { write, frame: within } of writes) {
    const [name, ...rest] = write.path;
    if (name === undefined || rest.length > 0 || write.value === undefined || write.kind !== 'assign') continue;
    members.set(name, { span: write.span, value: write.value, frame: within, removal: undefined });
  }
  return members;
}

/** The member with the comma on one side of it; `undefined` where it is the only one. */
function removalOf({ members }: ObjectTerm, index: number): Span | undefined {
  const [before, own, after] = [members[index - 1], members[index], members[index + 1]];
  if (own === undefined) return undefined;
  if (before !== undefined) return { start: before.span.end, end: own.span.end };
  return after && { start: own.span.start, end: after.span.start };
}
