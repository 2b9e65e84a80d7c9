import type { Emission } from '../../models/model';
import type { Trigger } from '../../models/shape/triggers';
import { isIdentityCall } from '../../resolve/evaluate/builtins';
import type { Evaluator } from '../../resolve/evaluate/evaluate';
import { onlyValue } from '../../resolve/evaluate/onlyValue';
import { type Frame, type FunctionValue, type ObjectValue, only, type Value } from '../../resolve/evaluate/value';
import type { Term } from '../../resolve/lower/term';
import type { Knowledge } from '../knowledge';
import type { StorageArea } from '../schema';
import type { Site } from '../site';
import { calledParameter } from '../workspace/callees';

/** What looking for the area of a storage asks. */
export interface Ask {
  readonly site: Site;
  readonly evaluator: Evaluator;
  readonly knowledge: Knowledge;
  isTriggered(at: Trigger, site: Site): boolean;
}

/** The value is the second argument of `setItem(key, value)`. */
const VALUE = 1;

/** A storage that code makes itself is of the area in which its `setItem` keeps the value, as it is. */
export function areaOfObject(object: ObjectValue, ask: Ask): StorageArea | undefined {
  const setItem = setItemOf(object, ask);
  const areas = new Set(setItem === undefined ? [] : areasOfFunction(setItem, ask));
  const [area] = areas;
  return areas.size === 1 ? area : undefined;
}

/** Whether the `setItem` of a storage that code makes does nothing at all. */
export function keepsNothing(value: Value, ask: Ask): boolean {
  const setItem = value.kind === 'object' ? setItemOf(value, ask) : undefined;
  return (
    setItem?.frame.module
      .targetsIn(setItem.id)
      .every(({ kind, term }) => kind === 'call' && term.kind === 'member' && isPromise(term.object)) === true
  );
}

function isPromise(term: Term): boolean {
  return term.kind === 'global' && term.name === 'Promise';
}

function setItemOf(object: ObjectValue, { evaluator }: Ask): FunctionValue | undefined {
  const place = { file: object.frame.module.file, span: object.term.span };
  const setItem = onlyValue(evaluator.lookup(only(object, place), 'setItem', place));
  return setItem?.kind === 'function' ? setItem : undefined;
}

function areasOfFunction(setItem: FunctionValue, ask: Ask): readonly StorageArea[] {
  const { frame, id } = setItem;
  return frame.module.function(id).effects.flatMap((action): readonly StorageArea[] => {
    const { term } = action;
    if (term.kind !== 'call') return [];
    const [callee] = ask.evaluator.evaluate(term.callee, frame).possible;
    if (callee?.value.kind !== 'api') return [];
    const site: Site = { ...ask.site, action, frame, call: term, callee: callee.value, isDirect: false };
    return ask.knowledge.callsOf(callee.value.module, callee.value.path).flatMap(({ emission }) => {
      const value = emission.emits === 'ClientStore' ? argumentOf(emission, term.arguments) : undefined;
      const isKept = value !== undefined && isValue(value, setItem, frame, ask.evaluator);
      if (emission.emits !== 'ClientStore' || !isKept || !ask.isTriggered(emission.at, site)) return [];
      return [emission.slots.area.constant];
    });
  });
}

/** The argument that an emission keeps. */
function argumentOf(
  { slots }: Emission & { emits: 'ClientStore' },
  list: readonly { readonly value: Term }[],
): Term | undefined {
  const where = slots.value.where.find(({ from }) => from === 'argument');
  return where?.from === 'argument' && where.path.length === 0 ? list[where.index]?.value : undefined;
}

/** The value that `setItem` is given, or a text of it: what goes through anything else may be encrypted. */
function isValue(term: Term, setItem: FunctionValue, frame: Frame, evaluator: Evaluator): boolean {
  const given = calledParameter({ kind: 'call', term }, setItem);
  if (given?.index === VALUE && given.path.length === 0) return true;
  if (term.kind !== 'call') return false;
  const [callee] = evaluator.evaluate(term.callee, frame).possible;
  const [first] = term.arguments;
  if (callee?.value.kind !== 'api' || first === undefined || !isIdentityCall(callee.value)) return false;
  return isValue(first.value, setItem, frame, evaluator);
}
