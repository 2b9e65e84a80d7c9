import type { KeptIn } from '../../models/shape/results';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { ApiValue, Frame, FramedCall } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
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
  const name = textOf(call, 0, frame, evaluator);
  if (name === undefined) return [];
  return places.flatMap((place) => {
    const path = place.separator === undefined ? [] : [...name.split(place.separator), ...(place.within ?? [])];
    return keepingCalls(place.by, callee, frame, evaluator).flatMap(
      ({ term: one, frame: inner }): readonly KeptTerm[] => {
        const value = one.arguments[place.value];
        if (value === undefined || one.arguments.some(({ spread }) => spread)) return [];
        if (place.name !== undefined && textOf(one, place.name, inner, evaluator) !== name) return [];
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

function textOf(call: CallTerm, index: number, frame: Frame, evaluator: Evaluator): string | undefined {
  const argument = call.arguments[index];
  if (argument === undefined || argument.spread) return undefined;
  const { possible, complete } = evaluator.evaluate(argument.value, frame);
  const [one, ...others] = possible;
  if (!complete || others.length > 0 || one?.value.kind !== 'literal') return undefined;
  return typeof one.value.value === 'string' ? one.value.value : undefined;
}
