import type { KeptIn, RecordResult } from '../../models/shape/results';
import { settingAsked } from '../../resolve/evaluate/calls';
import { type Configuration, configuredAt } from '../../resolve/evaluate/configured';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { isObjectMaking, standingIn } from '../../resolve/evaluate/madeObjects';
import { textOf } from '../../resolve/evaluate/onlyValue';
import type { ApiValue, Frame, FramedCall, Value } from '../../resolve/evaluate/value';
import { memberTerm } from '../../resolve/lower/operands';
import type { CallTerm } from '../../resolve/lower/term';
import { keptTerms } from '../kept/keptValues';
import type { Origin } from '../schema/origins';
import { digestOrigin } from './digests';
import { nameOf } from './flowNames';
import { writtenNames } from './holders';
import { callsBefore, selectsColumns } from './records';
import { placeOf, type Walk, type Way } from './way';

/** What the models say of a call's result; false when they say nothing. */
export function followResult(callee: ApiValue, at: CallTerm, within: Frame, way: Way, walk: Walk): boolean {
  const { evaluator, knowledge, add, follow } = walk;
  const result = knowledge.resultOf(callee.module, `${callee.path}()`);
  if (result === undefined) return false;
  if (result === 'credential') add({ kind: 'credential' }, placeOf(at, within), way);
  else if ('key' in result) add({ kind: 'key', type: result.key, form: result.form }, placeOf(at, within), way);
  else if ('nothing' in result) add({ kind: 'nothing' }, placeOf(at, within), way);
  else if ('identifier' in result) add({ kind: 'identifier' }, placeOf(at, within), way);
  else if ('kept' in result) return followKept(result.kept, callee, at, within, way, walk);
  else if ('configured' in result) return followConfigured(result.configured, at, within, way, walk);
  else if ('digest' in result)
    add(digestOrigin(at, within, result.digest === 'keyed', evaluator), placeOf(at, within), way);
  else if ('record' in result) {
    const record = recordOf(result, callee.path, [{ term: at, frame: within }, ...callsBefore(callee)], way, evaluator);
    if (record === undefined) return false;
    const holder = at.callee.kind === 'member' ? nameOf(at.callee.object) : [];
    add(record, placeOf(at, within), { ...way, names: [...way.names, ...holder] });
  } else if ('environment' in result) {
    if (result.isOffered === true && followSetting(result.reported, callee, at, within, way, walk)) return true;
    const name = textOf(at.arguments[result.environment]?.value, within, evaluator);
    add({ kind: 'environment', name }, placeOf(at, within), way);
    const fallback = result.fallback === undefined ? undefined : at.arguments[result.fallback];
    if (fallback !== undefined) follow(fallback.value, within, { ...way, isFallback: true });
  } else {
    const choice = isObjectMaking(result) ? standingIn(result, { term: at, frame: within, evaluator }) : undefined;
    if (choice !== undefined) {
      follow(choice, within, way);
      return true;
    }
    // What is made in another way, evaluation tells.
    const index = 'same' in result ? result.same : 'argument' in result ? result.argument : undefined;
    const argument = index === undefined ? undefined : at.arguments[index];
    if (argument === undefined) return false;
    follow(memberTerm(argument.value, ('path' in result && result.path) || []), within, way);
  }
  return true;
}

/** What the application's own configuration says; false where it says nothing. */
function followSetting(
  reported: readonly string[] | undefined,
  callee: ApiValue,
  at: CallTerm,
  within: Frame,
  way: Way,
  { evaluator, ...walk }: Walk,
): boolean {
  const path = textOf(at.arguments[0]?.value, within, evaluator);
  if (path !== undefined && reported?.includes(path) === true) return false;
  const setting = settingAsked(callee, at, within, evaluator);
  const trail = [...way.trail, placeOf(at, within)];
  if (setting === 'unclear') walk.addUnknown('call', at, within, way);
  else for (const one of setting ?? []) walk.follow(one.term, one.frame, { ...way, trail });
  return setting !== undefined;
}

/** What is configured under a name; false when that is not known. */
function followConfigured(configuration: Configuration, at: CallTerm, within: Frame, way: Way, walk: Walk): boolean {
  const { evaluator, add, follow } = walk;
  const [name] = at.arguments;
  const [one, ...others] = name === undefined ? [] : evaluator.evaluate(name.value, within).possible;
  if (others.length > 0 || one?.value.kind !== 'literal') return false;
  const found = configuredAt(configuration, String(one.value.value).split('.'), at.span, within, evaluator);
  if (found === undefined) return false;
  const { term, variable } = found;
  const trail = [...way.trail, placeOf(at, within)];
  if (variable !== undefined) add({ kind: 'environment', name: variable }, placeOf(at, within), way);
  if (term !== undefined) follow(term, within, { ...way, trail, isFallback: way.isFallback || variable !== undefined });
  return variable !== undefined || term !== undefined;
}

/** What was kept under a name; false when no code in sight did. */
function followKept(
  places: readonly KeptIn[],
  callee: ApiValue,
  at: CallTerm,
  within: Frame,
  way: Way,
  walk: Walk,
): boolean {
  const { evaluator, addUnknown, follow } = walk;
  const kept = keptTerms(places, callee, at, within, evaluator);
  for (const { term: one, frame: inner, isFallback } of kept) {
    const trail = [...way.trail, placeOf(at, within)];
    follow(one, inner, { ...way, trail, isFallback: way.isFallback || isFallback });
  }
  // What is configured elsewhere wins over what stands in for it.
  if (kept.some(({ isFallback }) => isFallback)) addUnknown('call', at, within, way);
  return kept.length > 0;
}

/** `Buffer.alloc(n)` as it stands: one that bears a name may be filled before it is used. */
export function zeroBytes(
  { module, path }: ApiValue,
  { arguments: [size, fill] }: CallTerm,
  within: Frame,
  evaluator: Evaluator,
): number | undefined {
  if (path !== 'Buffer.alloc' || !/^(?:node:)?(?:buffer)?$/.test(module)) return undefined;
  if (size === undefined || fill !== undefined) return undefined;
  const [one] = evaluator.evaluate(size.value, within).possible;
  return one?.value.kind === 'literal' && typeof one.value.value === 'number' ? one.value.value : undefined;
}

/** `user.dataValues`: what is read off the result of a query. */
export function recordIn(value: Value, way: Way, { evaluator, knowledge }: Walk): Origin | undefined {
  const result = value.kind === 'api' ? knowledge.resultOf(value.module, value.path) : undefined;
  if (value.kind !== 'api' || typeof result !== 'object' || !('record' in result)) return undefined;
  return recordOf(result, value.path, callsBefore(value), way, evaluator);
}

/** The row that a query gives, unless only some of its columns go on. */
function recordOf(
  result: RecordResult,
  path: string,
  calls: readonly FramedCall[],
  way: Way,
  evaluator: Evaluator,
): Origin | undefined {
  const isWhole = (result.record === 'plain' || way.isCopied) && !way.isSelection;
  if (!isWhole || selectsColumns(result, calls, evaluator)) return undefined;
  const of = /^#\w+\.(\w+)\./.exec(path)?.[1];
  return { kind: 'record', of, without: [...way.replaced, ...way.holders.flatMap(writtenNames)] };
}
