import type { Evaluator } from '../resolve/evaluate';
import type { Frame } from '../resolve/value';
import type { Knowledge } from './knowledge';
import type { FunctionOrigin } from './schema';

/** What a function is where a value is asked for: of keys, it matters whose they are. */
export function functionOrigin(id: number, frame: Frame, evaluator: Evaluator, knowledge: Knowledge): FunctionOrigin {
  const usesKeySet = (): boolean =>
    frame.module.targetsIn(id).some(({ kind, term }) => {
      if (kind !== 'call') return false;
      return evaluator.evaluate(term, frame).possible.some(({ value }) => {
        const result = value.kind === 'api' ? knowledge.resultOf(value.module, `${value.path}()`) : undefined;
        return typeof result === 'object' && 'key' in result && result.form === 'set';
      });
    });
  return { kind: 'function', usesKeySet };
}
