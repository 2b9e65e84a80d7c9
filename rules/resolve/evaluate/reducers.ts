import type { Span } from '../../text/span';
import { callTerm, elementTerm, memberEntry, objectTerm } from '../lower/madeTerms';
import type { CallTerm, Term } from '../lower/term';
import { placeOf } from './evaluate';
import { type Frame, type GivenArgument, only, type ValueSet } from './value';

/** What a reducer gets whose action is made of a payload: a state, and the action. */
export function asAction([payload]: readonly GivenArgument[], span: Span, frame: Frame): readonly GivenArgument[] {
  const state: Term = { kind: 'unknown', span };
  const value: Term = payload?.value ?? { kind: 'undefined', span };
  const action = objectTerm([memberEntry('payload', value)], span);
  return [elementTerm(state), { ...elementTerm(action), frame: payload?.frame ?? frame }];
}

/** `[state, dispatch]` of a reducer: calling `dispatch` calls the reducer with a state before. */
export function reducerPair({ arguments: list, span }: CallTerm, index: number, frame: Frame): ValueSet | undefined {
  const reducer = list[index];
  if (reducer === undefined || list.slice(0, index + 1).some(({ spread }) => spread)) return undefined;
  const unknown: Term = { kind: 'unknown', span };
  const bind: Term = { kind: 'member', object: reducer.value, key: 'bind', keySpan: span, span };
  const dispatch = callTerm(bind, [elementTerm(unknown), elementTerm(unknown)], span);
  return only(
    {
      kind: 'array',
      term: { kind: 'array', elements: [elementTerm(unknown), elementTerm(dispatch)], span },
      frame,
      open: false,
    },
    placeOf(span, frame),
  );
}
