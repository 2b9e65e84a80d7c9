import type { Evaluator } from '../../resolve/evaluate/evaluate';
import type { Value } from '../../resolve/evaluate/value';
import type { ElementTerm } from '../../resolve/lower/term';

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** The seconds of a `new TimeSpan(30, 'd')`; `undefined` when that cannot be told. */
export function timeSpanOf(value: Value, evaluator: Evaluator): number | undefined {
  if (value.kind !== 'api' || value.path !== 'TimeSpan()' || value.call === undefined) return undefined;
  const { term, frame } = value.call;
  const literalAt = (element: ElementTerm | undefined): string | number | boolean | null | undefined => {
    if (element === undefined || element.spread) return undefined;
    const { possible, complete } = evaluator.evaluate(element.value, frame);
    const [one, ...others] = possible;
    return complete && others.length === 0 && one?.value.kind === 'literal' ? one.value.value : undefined;
  };
  const [amount, unit] = [literalAt(term.arguments[0]), literalAt(term.arguments[1])];
  const seconds = typeof unit === 'string' ? SECONDS[unit] : undefined;
  return typeof amount === 'number' && seconds !== undefined ? amount * seconds : undefined;
}
