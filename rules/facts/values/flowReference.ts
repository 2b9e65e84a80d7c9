import { importedTerm } from '../../resolve/evaluate/imports';
import { effectiveWrites } from '../../resolve/evaluate/mutations';
import type { Frame } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
import type { ReferenceTerm } from '../../resolve/lower/term';
import { givenFor, keysWritten, valuesOf } from './heldValues';
import { followAlternatives, followKeyed, placeOf, type Walk, type Way } from './way';

/** What a name stands for: what its variable holds, what its file imports, what its function is given. */
export function followReference(at: ReferenceTerm, within: Frame, way: Way, walk: Walk): void {
  const { evaluator, add, addUnknown, addEvaluated, follow, ofFunction } = walk;
  const binding = within.module.binding(at.binding);
  const { module } = within;
  const held: Way = {
    ...way,
    holders: [...way.holders, { module, binding: at.binding, path: [], at: at.span.start }],
  };
  const named: Way = { ...held, names: [...way.names, at.name], trail: [...way.trail, placeOf(at, within)] };
  if (binding.kind === 'variable') {
    const values = valuesOf(binding, at, within);
    if (values.length === 0) return addUnknown('variable', at, within, named);
    followAlternatives(values, within, named, walk);
    if (binding.writes.length === 0 || !values.some(({ term }) => term.kind === 'object')) return;
    for (const { key, term, guarded } of keysWritten(effectiveWrites(binding, at, within)))
      followKeyed(key, term, within, { ...named, guarded: named.guarded || guarded }, walk);
    return;
  }
  if (binding.kind === 'import') {
    const found = importedTerm(binding.specifier, binding.imported, within.module, evaluator);
    return found === undefined ? addEvaluated(at, within, named) : follow(found.term, found.frame, named);
  }
  if (binding.kind === 'parameter') {
    const given = givenFor(binding, within, evaluator);
    if (!within.arguments.has(binding.function)) evaluator.trace.add(module.function(binding.function));
    if (given !== undefined) return follow(memberTerm(given.term, binding.path), given.frame, named);
    const origin = binding.path[binding.path.length - 1];
    return addEvaluated(at, within, origin === undefined ? named : { ...named, names: [...named.names, origin] });
  }
  if (binding.kind === 'function') return add(ofFunction(binding.id, within), placeOf(at, within), named);
  addEvaluated(at, within, named);
}
