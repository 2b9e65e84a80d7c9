import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { type Frame, truthiness } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Knowledge } from '../knowledge';
import type { Leaf } from '../schema';
import type { FunctionOrigin } from '../schema/origins';
import type { FramedTerm } from './chain';

/** Where a value comes from. */
type Follow = (one: FramedTerm) => readonly Leaf[];

/** What a function is where a value is asked for: of keys, it matters whose they are, and which. */
export function functionOrigin(
  id: number,
  frame: Frame,
  evaluator: Evaluator,
  knowledge: Knowledge,
  follow: Follow,
): FunctionOrigin {
  const usesKeySet = (): boolean =>
    frame.module.targetsIn(id).some(({ kind, term }) => {
      if (kind !== 'call') return false;
      return evaluator.evaluate(term, frame).possible.some(({ value }) => {
        const result = value.kind === 'api' ? knowledge.resultOf(value.module, `${value.path}()`) : undefined;
        return typeof result === 'object' && 'key' in result && result.form === 'set';
      });
    });
  return { kind: 'function', usesKeySet, gives: () => givenBy(id, frame, evaluator).flatMap(follow) };
}

/** What a function returns, and what it calls back with: `done(null, key)`, by its last parameter. */
function givenBy(id: number, frame: Frame, evaluator: Evaluator): readonly FramedTerm[] {
  const { parameters, returns, effects } = frame.module.function(id);
  const isCallback = (callee: Term): boolean => {
    const binding = callee.kind === 'reference' ? frame.module.binding(callee.binding) : undefined;
    return binding?.kind === 'parameter' && binding.function === id && binding.index === parameters.length - 1;
  };
  // Beside an error, it is no key: `done(error, 'no key found')`.
  const isNoError = (error: Term): boolean =>
    evaluator.evaluate(error, frame).possible.some(({ value }) => truthiness(value) === false);
  const calledBack = effects.flatMap(({ term, guarded }): readonly Term[] => {
    if (term.kind !== 'call' || guarded || !isCallback(term.callee)) return [];
    const [error, given] = term.arguments;
    if (error === undefined || error.spread || given === undefined || given.spread) return [];
    return isNoError(error.value) ? [given.value] : [];
  });
  const returned = returns.flatMap(({ value, guarded }) => (guarded ? [] : [value]));
  return [...returned, ...calledBack].map((term) => ({ term, frame }));
}
