import type { CallTerm } from '../lower/term';
import { instancesOf } from './annotations';
import { type BuiltinCall, bound, builtinResult, methodResult } from './builtins';
import { type Configuration, configuredAt } from './configured';
import { madeDate } from './dates';
import { type Evaluator, placeOf } from './evaluate';
import { frameOfCall } from './frames';
import { asClass, madeInstance } from './inheritance';
import { isObjectMaking, madeObject } from './madeObjects';
import { type OfferedSetting, offeredSetting } from './offeredSettings';
import { offeredUnder, returnedByMaker, returnedOf } from './offers';
import { textOf } from './onlyValue';
import { reducerPair } from './reducers';
import { millisecondsSaid } from './timeTexts';
import {
  type ApiValue,
  type Frame,
  type FunctionValue,
  guardedBy,
  incomplete,
  only,
  seenFrom,
  UNKNOWN,
  union,
  type Value,
  type ValueSet,
} from './value';

export function evaluateCall(term: CallTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const call: BuiltinCall = { term, frame, evaluator };
  const method = methodResult(call);
  if (method !== undefined) return method;
  const callees = evaluator.evaluate(term.callee, frame);
  const sets = callees.possible.map(({ value, guarded }) =>
    guardedBy(callFunction(value, term, frame, evaluator), guarded),
  );
  return union(callees.complete && sets.length > 0 ? sets : [...sets, UNKNOWN]);
}

/** What one possible callee gives back. */
function callFunction(callee: Value, term: CallTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  switch (callee.kind) {
    case 'function': {
      const used = term.isNew ? asClass(callee) : undefined;
      if (used !== undefined) return only(madeInstance(used, term, frame), placeOf(term.span, frame));
      return returnedValue(callee, term, frame, evaluator);
    }
    case 'class':
      if (!term.isNew) return UNKNOWN;
      return only(madeInstance(callee, term, frame), placeOf(term.span, frame));
    case 'api':
      return (
        madeResult(callee, term, frame, evaluator) ??
        builtinResult(callee, { term, frame, evaluator }) ??
        only(resultOfApi(callee, term, frame, evaluator), placeOf(term.span, frame))
      );
    default:
      return UNKNOWN;
  }
}

/** What a call of a package gives, where that is made of its arguments; `undefined` when it is not. */
function madeResult(callee: ApiValue, term: CallTerm, frame: Frame, evaluator: Evaluator): ValueSet | undefined {
  const result = evaluator.apis.resultOfCall(callee.module, callee.path);
  if (result === undefined) return undefined;
  const place = placeOf(term.span, frame);
  const argument = (index: number): ValueSet | undefined => {
    const element = term.arguments[index];
    return element === undefined || element.spread ? undefined : evaluator.evaluate(element.value, frame);
  };
  if (isObjectMaking(result)) return madeObject(result, { term, frame, evaluator });
  if ('partial' in result) return bound(argument(result.partial) ?? UNKNOWN, { term, frame, evaluator });
  if ('date' in result) return madeDate(result, { term, frame, evaluator });
  if ('milliseconds' in result) return millisecondsSaid(argument(result.milliseconds) ?? UNKNOWN, place);
  if ('same' in result) {
    const isLacking = result.isOptional === true && term.isClosed && term.arguments.length <= result.same;
    return isLacking ? only({ kind: 'undefined' }, place) : argument(result.same);
  }
  if ('instance' in result) return instancesOf(argument(result.instance) ?? UNKNOWN, place, evaluator);
  if ('offered' in result) {
    const offers = evaluator.apis.offersOf(callee.module);
    return offers && offeredUnder(argument(result.offered) ?? UNKNOWN, offers, place, evaluator);
  }
  if ('returned' in result) return returnedOf(argument(result.returned) ?? UNKNOWN, evaluator);
  if ('reducer' in result) return reducerPair(term, result.reducer, frame);
  if ('returnedBy' in result) return returnedByMaker(callee, result.returnedBy, result.path ?? [], evaluator);
  if ('configured' in result) return configuredValue(result.configured, argument(0) ?? UNKNOWN, term, frame, evaluator);
  const setting = result.isOffered === true ? settingAsked(callee, term, frame, evaluator) : undefined;
  if (setting === 'unclear') return UNKNOWN;
  if (setting !== undefined)
    return seenFrom(union(setting.map((one) => evaluator.evaluate(one.term, one.frame))), place);
  const [name] = argument(result.environment)?.possible ?? [];
  const known = name?.value.kind === 'literal' ? String(name.value.value) : undefined;
  const variable = only({ kind: 'environment', name: known }, place);
  const fallback = result.fallback === undefined ? undefined : argument(result.fallback);
  return fallback === undefined ? variable : union([variable, fallback]);
}

/** What the application's own configuration says where its library is asked for a path. */
export function settingAsked(
  { module }: ApiValue,
  { arguments: [path] }: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): OfferedSetting {
  const offers = evaluator.apis.offersOf(module);
  const text = textOf(path?.value, frame, evaluator);
  return offers && text !== undefined ? offeredSetting(text, offers, evaluator) : undefined;
}

/** Something may always be configured where the project is put to work. */
function configuredValue(
  configuration: Configuration,
  { possible: [name, ...others] }: ValueSet,
  { span }: CallTerm,
  frame: Frame,
  evaluator: Evaluator,
): ValueSet {
  if (others.length > 0 || name?.value.kind !== 'literal') return UNKNOWN;
  const found = configuredAt(configuration, String(name.value.value).split('.'), span, frame, evaluator);
  if (found === undefined) return UNKNOWN;
  const { term, variable } = found;
  return union([
    ...(variable === undefined ? [] : [only({ kind: 'environment', name: variable }, placeOf(span, frame))]),
    ...(term === undefined ? [] : [evaluator.evaluate(term, frame)]),
    UNKNOWN,
  ]);
}

function resultOfApi(api: ApiValue, term: CallTerm, frame: Frame, { apis }: Evaluator): Value {
  const canonical = apis.canonical(api.module, `${api.path}()`);
  return { kind: 'api', ...canonical, call: { term, frame }, receiver: api };
}

function returnedValue(callee: FunctionValue, term: CallTerm, frame: Frame, evaluator: Evaluator): ValueSet {
  const inner = frameOfCall(callee, term, frame);
  const { returns, fallsThrough } = inner.module.function(callee.id);
  if (returns.length === 0) return fallsThrough ? only({ kind: 'undefined' }, placeOf(term.span, frame)) : UNKNOWN;
  const sets = returns.map(({ value, guarded }) => guardedBy(evaluator.evaluate(value, inner), guarded));
  const all = union(sets);
  return fallsThrough ? incomplete(all) : all;
}
