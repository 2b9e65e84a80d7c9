import type { Evaluator } from '../resolve/evaluate';
import type { Term } from '../resolve/term';
import type { Frame } from '../resolve/value';
import type { Knowledge } from './knowledge';
import type { FunctionOrigin, Leaf } from './schema';

/** The leaves that reach an expression. */
type LeavesOf = (
  term: Term,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
) => { readonly leaves: readonly Leaf[] };

/** What a function is where a value is asked for: of keys, it matters whose they are. */
export function functionOrigin(
  id: number,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
  leavesOf: LeavesOf,
): FunctionOrigin {
  const literals = (): readonly Leaf[] => {
    const { module } = frame;
    return (
      [...module.function(id).returns.map(({ value }) => value), ...module.callsBackWith(id)]
        // An object says more than the key.
        .filter(({ kind }) => kind !== 'object')
        .flatMap((term) => leavesOf(term, frame, evaluator, knowledge).leaves)
        .filter(({ origin }) => origin.kind === 'literal')
    );
  };
  const usesKeySet = (): boolean =>
    frame.module.targetsIn(id).some(({ kind, term }) => {
      if (kind !== 'call') return false;
      return evaluator.evaluate(term, frame).possible.some(({ value }) => {
        const result = value.kind === 'api' ? knowledge.resultOf(value.module, `${value.path}()`) : undefined;
        return typeof result === 'object' && 'key' in result && result.form === 'set';
      });
    });
  return { kind: 'function', usesKeySet, literals };
}
