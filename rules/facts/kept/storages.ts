import type { StorageCondition } from '../../models/shape/conditions';
import type { KeptArea, StorageModel } from '../../models/shape/storages';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { type ApiValue, isNothing, UNKNOWN, type Value, type ValueSet } from '../../resolve/evaluate/value';
import type { Site } from '../site';
import { certainTexts, isAbsent, valuesAt } from '../values/settings';
import { isKept } from './keptMembers';
import { type Ask, areaOfObject, keepsNothing } from './madeStorages';

/** Wrappers of wrappers of a storage that are looked through. */
const MAX_LEVELS = 3;

/** Whether the storage that a call is given is certainly of the area that a condition asks for. */
export function holdsStorage(condition: StorageCondition, site: Site, ask: Ask): boolean {
  const { storage, area, byDefault } = condition;
  if (!isAsked(condition, site) || !isKept(condition, site)) return false;
  const sets = storage.map((where) => valuesAt(where, site));
  const { possible, complete } = sets.find((set) => !isAbsent(set)) ?? NOTHING;
  if (!complete) return false;
  if (possible.every(({ value }) => isNothing(value))) return byDefault === true;
  // On a server there may be none, or one that keeps nothing.
  const keeping = possible.filter(({ value }) => !isNothing(value) && !keepsNothing(value, ask));
  return keeping.length > 0 && keeping.every(({ value }) => areaOf(value, ask, MAX_LEVELS) === area);
}

/** Whether something is kept at all: `persist: false` keeps nothing. */
function isAsked({ present }: StorageCondition, site: Site): boolean {
  if (present === undefined) return true;
  const { possible, complete } = valuesAt(present, site);
  return !complete || possible.some(({ value }) => !isNothing(value) && !(value.kind === 'literal' && !value.value));
}

const NOTHING: ValueSet = { possible: [], complete: true };

function areaOf(value: Value, ask: Ask, levels: number): KeptArea | undefined {
  const { evaluator, knowledge } = ask;
  if (value.kind === 'function') return areaOfAll(returnedValues(value, evaluator), ask, levels);
  if (value.kind === 'object') return areaOfObject(value, ask);
  // Of a list of drivers the first that the browser has counts.
  if (value.kind === 'array') {
    const [first] = value.term.elements;
    return first && areaOfAll(evaluator.evaluate(first.value, value.frame), ask, levels);
  }
  if (value.kind !== 'api') return undefined;
  const storage = knowledge.storagesOf(value.module, value.path).find((one) => isNamed(one, value, evaluator));
  if (storage?.around === undefined) return storage?.area;
  const argument = argumentOf(value, storage.around, evaluator);
  const wrapped = storage.option === undefined ? argument : optionOf(storage.option, argument, value, evaluator);
  if (wrapped === 'none') return storage.area;
  return wrapped && areaOfAll(wrapped, ask, levels);
}

/** The one area that all of some values are storages of. */
function areaOfAll({ possible, complete }: ValueSet, ask: Ask, levels: number): KeptArea | undefined {
  if (!complete || levels === 0) return undefined;
  const areas = new Set(possible.map(({ value }) => areaOf(value, ask, levels - 1)));
  const [area] = areas;
  return areas.size === 1 ? area : undefined;
}

function returnedValues({ id, frame }: Value & { kind: 'function' }, evaluator: Evaluator): ValueSet {
  const [one, ...others] = frame.module.function(id).returns;
  return one === undefined || others.length > 0 ? UNKNOWN : evaluator.evaluate(one.value, frame);
}

function isNamed({ named }: StorageModel, value: ApiValue, evaluator: Evaluator): boolean {
  if (named === undefined) return true;
  const first = argumentOf(value, 0, evaluator);
  const texts = first === undefined || first === 'none' ? undefined : certainTexts(first);
  return texts?.every((text) => text === named) === true;
}

/** An argument of the call that gave a storage, or the object of which it is a member. */
function argumentOf(value: ApiValue, index: number, evaluator: Evaluator): ValueSet | 'none' | undefined {
  const call = callOf(value);
  if (call === undefined || call.term.arguments.some(({ spread }) => spread)) return undefined;
  const argument = call.term.arguments[index];
  return argument === undefined ? 'none' : evaluator.evaluate(argument.value, call.frame);
}

/** The first of some members of an argument that is there; not known where there is one that changes what is kept. */
function optionOf(
  { names, absent }: NonNullable<StorageModel['option']>,
  options: ValueSet | 'none' | undefined,
  value: ApiValue,
  evaluator: Evaluator,
): ValueSet | 'none' | undefined {
  const call = callOf(value);
  if (options === 'none') return 'none';
  if (call === undefined || options === undefined) return undefined;
  const place = { file: call.frame.module.file, span: call.term.span };
  const member = (name: string): ValueSet => evaluator.lookup(options, name, place);
  if (!absent.every((name) => isAbsent(member(name)))) return undefined;
  return names.map(member).find((set) => !isAbsent(set)) ?? 'none';
}

function callOf({ call, receiver }: ApiValue): ApiValue['call'] {
  return call ?? receiver?.call;
}
