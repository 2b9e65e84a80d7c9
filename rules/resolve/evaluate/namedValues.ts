import type { Span } from '../../text/span';
import { memberEntry, objectTerm } from '../lower/madeTerms';
import type { ObjectTerm, ReferenceTerm } from '../lower/term';
import { type Binding, IMPORTER, MODULE_BODY, type VariableBinding } from '../module/summary';
import { type Evaluator, placeOf } from './evaluate';
import { frameAtModule } from './frames';
import { importedValue } from './imports';
import { effectiveWrites, writtenValue } from './mutations';
import { parameterValue } from './parameters';
import { writtenElsewhere } from './sharedObjects';
import { type Frame, only, seenFrom, UNKNOWN, type ValueSet } from './value';

/** What a name stands for where it is used. */
export function evaluateReference(term: ReferenceTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const binding = frame.module.binding(term.binding);
  const place = placeOf(term.span, frame);
  switch (binding.kind) {
    case 'import':
      return writtenValue(
        seenFrom(importedValue(binding.specifier, binding.imported, frame.module, place, evaluator), place),
        effectiveWrites(binding, term, frame),
        evaluator,
      );
    case 'variable': {
      const own = variableValue(binding, term, frame, evaluator);
      const value =
        binding.function === MODULE_BODY ? writtenElsewhere(own, term.binding, frame.module, evaluator) : own;
      // What an importer names is no step: the import is.
      return term.function === IMPORTER ? value : seenFrom(value, place);
    }
    case 'parameter':
      return writtenValue(
        parameterValue(binding, frame, place, evaluator),
        effectiveWrites(binding, term, frame),
        evaluator,
      );
    case 'function':
    case 'class':
      return only({ kind: binding.kind, id: binding.id, frame }, place);
    case 'enum':
      return only({ kind: 'object', term: enumObject(binding, term.span), frame, writes: [] }, place);
    case 'type':
      return only({ kind: 'type', type: binding, frame }, place);
    case 'opaque':
      return UNKNOWN;
  }
}

function variableValue(binding: VariableBinding, use: ReferenceTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = placeOf(use.span, frame);
  const declared = binding.function === MODULE_BODY ? frameAtModule(frame) : frame;
  const initial =
    binding.initial === undefined ? only({ kind: 'undefined' }, place) : evaluator.evaluate(binding.initial, declared);
  const annotated =
    initial.complete && binding.initial !== undefined
      ? undefined
      : evaluator.annotatedValue(binding.type, declared, place);
  return writtenValue(annotated ?? initial, effectiveWrites(binding, use, frame), evaluator);
}

function enumObject(binding: Binding & { kind: 'enum' }, span: Span): ObjectTerm {
  const members = Object.entries(binding.members).map(([key, value]) => memberEntry(key, value));
  return objectTerm(members, span);
}
