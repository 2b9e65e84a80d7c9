import type { RecordResult } from '../../models/shape/results';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { type ApiValue, type FramedCall, isNothing } from '../../resolve/evaluate/value';

/** The calls that a method is called on: `find()` of `find().lean()`, back to the type that it is one of. */
export function callsBefore({ receiver, call, path }: ApiValue): readonly FramedCall[] {
  if (/^#\w+$/.test(path)) return [];
  const own = call === undefined ? [] : [call];
  return receiver === undefined ? own : [...own, ...callsBefore(receiver)];
}

/** Whether a query may leave columns out. */
export function selectsColumns(
  { selectedBy }: RecordResult,
  calls: readonly FramedCall[],
  evaluator: Evaluator,
): boolean {
  return selectedBy.some(({ index, path }) =>
    calls.some(({ term: { arguments: list, span }, frame }) => {
      const argument = list[index];
      if (list.slice(0, index + 1).some(({ spread }) => spread)) return true;
      if (argument === undefined) return false;
      const place = { file: frame.module.file, span };
      let values = evaluator.evaluate(argument.value, frame);
      for (const key of path) values = evaluator.lookup(values, key, place);
      return !values.complete || values.possible.some(({ value }) => !isNothing(value));
    }),
  );
}
