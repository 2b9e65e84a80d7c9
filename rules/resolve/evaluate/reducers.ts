import type { Span } from '../../text/span';
import type { CallTerm, ObjectTerm, Term } from '../lower/term';
import { placeOf } from './evaluate';
import { type Frame, type GivenArgument, only, type ValueSet } from './value';

/** What a reducer gets whose action is made of a payload: a state, and the action. */
export function asAction([payload]: readonly GivenArgument[], span: Span, frame: Frame): readonly GivenArgument[] {
  const state: Term = { kind: 'unknown', span };
  const value: Term = payload?.value ?? { kind: 'undefined', span };
  const action: ObjectTerm = {
    kind: 'object',
    members: [{ kind: 'property', key: 'payload', value, span: value.span, shorthand: true }],
    layout: { end: span.end, trailingComma: false, isClosed: true, commentEnd: undefined, lineBreak: undefined },
    span,
  };
  return [
    { value: state, span, spread: false },
    { value: action, span, spread: false, frame: payload?.frame ?? frame },
  ];
}

/** `[state, dispatch]` of a reducer: calling `dispatch` calls the reducer with a state before. */
export function reducerPair({ arguments: list, span }: CallTerm, index: number, frame: Frame): ValueSet | undefined {
  const reducer = list[index];
  if (reducer === undefined || list.slice(0, index + 1).some(({ spread }) => spread)) return undefined;
  const unknown: Term = { kind: 'unknown', span };
  const element = (value: Term) => ({ value, span, spread: false });
  const dispatch: CallTerm = {
    kind: 'call',
    callee: { kind: 'member', object: reducer.value, key: 'bind', keySpan: span, span },
    arguments: [element(unknown), element(unknown)],
    isNew: false,
    argumentsSpan: undefined,
    isClosed: true,
    span,
  };
  return only(
    {
      kind: 'array',
      term: { kind: 'array', elements: [element(unknown), element(dispatch)], span },
      frame,
      open: false,
    },
    placeOf(span, frame),
  );
}
