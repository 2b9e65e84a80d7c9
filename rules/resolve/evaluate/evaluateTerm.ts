import type { Term } from '../lower/term';
import { evaluateCall } from './calls';
import { type Evaluator, placeOf } from './evaluate';
import { importedValue } from './imports';
import { selfAt } from './inheritance';
import { certainTruth, evaluateLogical } from './logical';
import { evaluateMember } from './members';
import { evaluateReference } from './namedValues';
import { evaluateBinary, evaluateSum, evaluateUnary } from './operators';
import { GLOBAL_OBJECTS } from './properties';
import { type ApiValue, type Frame, guardedBy, only, UNKNOWN, union, type Value, type ValueSet } from './value';

/** The values of a term, whatever was asked before; see `Evaluator`. */
export function evaluateTerm(term: Term, frame: Frame, evaluator: Evaluator): ValueSet {
  const place = placeOf(term.span, frame);
  switch (term.kind) {
    case 'literal':
      return only({ kind: 'literal', value: term.value }, place);
    case 'undefined':
      return only({ kind: 'undefined' }, place);
    case 'template':
      return evaluateSum(term.parts, term.span, frame, evaluator);
    case 'sum':
      return evaluateSum(term.operands, term.span, frame, evaluator);
    case 'object':
      return only({ kind: 'object', term, frame, writes: [] }, place);
    case 'array':
      return only({ kind: 'array', term, frame, open: false }, place);
    case 'function':
    case 'class':
      return only({ kind: term.kind, id: term.id, frame }, place);
    case 'this':
      return term.classId === undefined ? UNKNOWN : only(selfAt(term.classId, term.isStatic === true, frame), place);
    case 'super':
      return baseClass(term.classId, frame, evaluator);
    case 'global': {
      const { apis, world } = evaluator;
      const own = apis.autoImported(term.name, (name) => world.isDeclared(name, frame.module.file));
      return only(own === undefined ? globalValue(term.name) : apiValue(own), place);
    }
    case 'module':
      return importedValue(term.specifier, '*', frame.module, place, evaluator);
    case 'reference':
      return evaluateReference(term, frame, evaluator);
    case 'member':
      return evaluateMember(term, frame, evaluator);
    case 'call':
      return evaluateCall(term, frame, evaluator);
    case 'choice': {
      const condition = evaluator.evaluate(term.condition, frame);
      const verdict = certainTruth(condition);
      const sets = [
        ...(verdict === false ? [] : [evaluator.evaluate(term.then, frame)]),
        ...(verdict === true ? [] : [evaluator.evaluate(term.else, frame)]),
      ];
      return guardedBy(union(sets), term.guarded);
    }
    case 'logical':
      return evaluateLogical(term, frame, evaluator);
    case 'binary':
      return evaluateBinary(term, frame, evaluator);
    case 'unary':
      return evaluateUnary(term, frame, evaluator);
    case 'unknown':
      return UNKNOWN;
  }
}

function globalValue(name: string): Value {
  return apiValue({ module: '', path: GLOBAL_OBJECTS.has(name) ? '' : name });
}

function apiValue(found: Pick<ApiValue, 'module' | 'path'>): Value {
  return { kind: 'api', ...found, call: undefined, receiver: undefined };
}

/** What a class extends. */
function baseClass(classId: number | undefined, frame: Frame, evaluator: Evaluator): ValueSet {
  const base = classId === undefined ? undefined : frame.module.class(classId).extends;
  return base === undefined ? UNKNOWN : evaluator.evaluate(base, frame);
}
