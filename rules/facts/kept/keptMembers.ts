import type { Where } from '../../models/model';
import type { StorageCondition } from '../../models/shape/conditions';
import { onlyList } from '../../resolve/evaluate/onlyValue';
import type { Site } from '../site';
import { certainTexts, isAbsent, valuesAt } from '../values/settings';

/** Whether what an action changes of a state is certainly among what is kept: a member, or those of an object. */
export function isKept({ only = [], except = [] }: StorageCondition, site: Site): boolean {
  const kept = namesAt(only, site);
  const left = namesAt(except, site);
  if (kept === 'unknown' || left === 'unknown') return false;
  if (kept === undefined && left === undefined) return true;
  const names = changedNames(site);
  return names?.every((name) => kept?.includes(name) !== false && left?.includes(name) !== true) === true;
}

/** What an assignment changes, or a call that is handed an object of changes. */
function changedNames(site: Site): readonly string[] | undefined {
  const name = assignedName(site);
  if (name !== undefined) return [name];
  const value = site.call?.arguments[0]?.value;
  if (value?.kind !== 'object') return undefined;
  const keys = value.members.map((one) => (one.kind === 'property' ? one.key : undefined));
  return keys.every((key) => typeof key === 'string') ? keys : undefined;
}

/** The members that the first list names which is written: of `auth.token`, `auth`. */
function namesAt(places: readonly Where[], site: Site): readonly string[] | 'unknown' | undefined {
  const paths = pathsAt(places, site);
  return typeof paths === 'object' ? paths.map(([name = '']) => name) : paths;
}

/** The paths that the first list names which is written: `auth.token`. */
export function pathsAt(places: readonly Where[], site: Site): readonly (readonly string[])[] | 'unknown' | undefined {
  const set = places.map((where) => valuesAt(where, site)).find((one) => !isAbsent(one));
  if (set === undefined) return undefined;
  const list = onlyList(set);
  if (list === undefined) return 'unknown';
  const { term, frame } = list;
  const names = term.elements.map(({ value, spread }) =>
    spread ? undefined : certainTexts(site.evaluator.evaluate(value, frame)),
  );
  return names.every((texts) => texts !== undefined) ? names.flat().map((name) => name.split('.')) : 'unknown';
}

/** `token` of `this.token = …`, of `store.token = …` and its parts, and of `token.value = …`. */
function assignedName({ action: { term }, callee }: Site): string | undefined {
  if (term.kind !== 'assignment') return undefined;
  const { object, key } = term.target;
  if (object.kind === 'this') return typeof key === 'string' ? key : undefined;
  const member = /.*\(\)\.(\w+)/.exec(callee?.path ?? '')?.[1];
  return member === 'value' && object.kind === 'reference' ? object.name : member;
}
