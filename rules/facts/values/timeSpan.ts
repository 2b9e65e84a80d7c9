import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { onlyLiteral } from '../../resolve/evaluate/onlyValue';
import type { Value } from '../../resolve/evaluate/value';
import { argumentOf } from '../../resolve/lower/operands';

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** The seconds of a `new TimeSpan(30, 'd')`; `undefined` when that cannot be told. */
export function timeSpanOf(value: Value, evaluator: Evaluator): number | undefined {
  if (value.kind !== 'api' || value.path !== 'TimeSpan()' || value.call === undefined) return undefined;
  const { term, frame } = value.call;
  const [amount, unit] = [0, 1].map((index) => {
    const given = argumentOf(term, index);
    return given && onlyLiteral(evaluator.evaluate(given.value, frame));
  });
  const seconds = typeof unit === 'string' ? SECONDS[unit] : undefined;
  return typeof amount === 'number' && seconds !== undefined ? amount * seconds : undefined;
}
