import type { LibraryModel } from '../../models/model';
import type { Trigger } from '../../models/shape/triggers';

export function handlerKey(module: string, path: string, place: number | string | undefined): string {
  return `${keyOf(module, path)}\n${place ?? ''}`;
}

export function typedKey(module: string, name: string, isMember: boolean): string {
  return `${keyOf(module, name)}\n${isMember ? 'member' : ''}`;
}

/** `#Dexie.*.put` of `#Dexie.tokens.put`. */
export function anyMember(path: string): string {
  return path.replace(/^(#\w+\.)[^.()]+/, '$1*');
}

export function keyOf(module: string, path: string): string {
  return `${module}\n${path}`;
}

/** Types belong to the package, or to the one that a plugin adds to; functions to the modules that export them. */
export function modulesOf(
  path: string,
  within: string | undefined,
  modules: readonly string[],
  library: LibraryModel,
): readonly string[] {
  if (within !== undefined) return [within];
  return path.startsWith('#') ? [library.package] : modules;
}

/** Names of which code must show one for a trigger to fire; empty when it need not show any. */
export function namesOf(at: Trigger): readonly string[] {
  if ('method' in at) return [at.method];
  if ('handed' in at) return [at.to];
  if ('assign' in at) return at.assign.split('.').filter((name) => !name.startsWith('*'));
  return [lastName(at.call)];
}

/** What a type that is called itself is called as a member: `store.session(key, value)`. */
export function giftNames(type: string, { gives = [] }: LibraryModel): readonly string[] {
  return gives.flatMap((gift) => (gift.type === type ? [lastName(gift.path)] : []));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('()', '');
}

export function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
