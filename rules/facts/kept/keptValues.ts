import type { KeptIn } from '../../models/shape/results';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { textOf } from '../../resolve/evaluate/onlyValue';
import type { ApiValue, Frame, FramedCall } from '../../resolve/evaluate/value';
import { argumentOf, memberTerm } from '../../resolve/lower/operands';
import type { CallTerm } from '../../resolve/lower/term';
import type { FramedTerm } from '../values/chain';

/** What was kept under the name that a call asks for. */
export interface KeptTerm extends FramedTerm {
  /** It stands in where nothing else is configured. */
  readonly isFallback: boolean;
}

/** What code of the same file, or the call that made the receiver, kept under the name that a call asks for. */
export function keptTerms(
  places: readonly KeptIn[],
  callee: ApiValue,
  call: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): readonly KeptTerm[] {
  const name = textOf(argumentOf(call, 0)?.value, frame, evaluator);
  if (name === undefined) return [];
  return places.flatMap((place) => {
    const path = place.separator === undefined ? [] : [...name.split(place.separator), ...(place.within ?? [])];
    return keepingCalls(place.by, callee, frame, evaluator).flatMap(
      ({ term: one, frame: inner }): readonly KeptTerm[] => {
        const value = one.arguments[place.value];
        if (value === undefined || one.arguments.some(({ spread }) => spread)) return [];
        if (place.name !== undefined && textOf(argumentOf(one, place.name)?.value, inner, evaluator) !== name)
          return [];
        return [{ term: memberTerm(value.value, path), frame: inner, isFallback: place.isFallback === true }];
      },
    );
  });
}

/** The calls of `path` of the same library: that of which the receiver came, or those of the file. */
function keepingCalls(path: string, callee: ApiValue, frame: Frame, evaluator: Evaluator): readonly FramedCall[] {
  for (let api: ApiValue | undefined = callee; api !== undefined; api = api.receiver) {
    if (api.call !== undefined && api.receiver?.path === path) return [api.call];
  }
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (name === '') return [];
  return frame.module
    .callsNamed(name)
    .filter((term) =>
      evaluator
        .evaluate(term.callee, frame)
        .possible.some(({ value }) => value.kind === 'api' && value.module === callee.module && value.path === path),
    )
    .map((term) => ({ term, frame }));
}
