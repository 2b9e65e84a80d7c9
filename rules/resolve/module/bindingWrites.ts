import type { Node } from '../../syntax';
import { calleeOf } from '../lower/indirectCalls';
import type { LoweringContext } from '../lower/lower';
import { type Alias, indexAliases } from '../scope/aliases';
import { type FileScope, startsInWorkspace } from '../scope/scope';
import type { WriteTarget } from '../scope/writes';
import type { HandOverIndex } from './handOvers';
import { toWrite, writeByCall } from './namedWrites';
import type { Write } from './summary';

/** Writes to a name, under its other names too, and by functions of the file that it is handed to. */
export type FindWrites = (id: number, name: string) => readonly Write[];

/** Finds the writes to the names of one file. */
export function createBindingWrites(
  scope: FileScope,
  context: LoweringContext,
  isUnderGuard: (node: Node) => boolean,
  handOvers: () => HandOverIndex,
): FindWrites {
  let aliases: ReadonlyMap<number, readonly Alias[]> | undefined;
  const storeWrites = writesToStores(scope);

  const ownWrites: FindWrites = (id, name) => {
    const own = scope.writes.get(name) ?? [];
    // `$token = value` is what the store gets.
    const held = storeWrites?.get(name) ?? [];
    return [...own, ...held]
      .filter(({ identifier }) => scope.find(name, identifier) === id)
      .map((target) => toWrite(target, context.lower, context, isUnderGuard, scope.declarations[id]?.node));
  };

  return (id, name) => {
    aliases ??= indexAliases(scope);
    const found = [...ownWrites(id, name)];
    for (const alias of aliases.get(id) ?? []) {
      for (const write of ownWrites(alias.id, alias.name)) {
        if (write.path.length > 0) found.push({ ...write, path: [...alias.path, ...write.path] });
      }
    }
    for (const { site, index } of handOvers().byDeclaration.get(id) ?? []) {
      const callee = calleeOf(site);
      if (startsInWorkspace(callee, scope)) found.push(writeByCall(site, index, context, isUnderGuard));
    }
    return found.length < 2 ? found : found.sort((one, other) => one.span.start - other.span.start);
  };
}

/** What is assigned to stores of Svelte, by their names: `$token = value`. */
function writesToStores(scope: FileScope): ReadonlyMap<string, readonly WriteTarget[]> | undefined {
  let found: Map<string, readonly WriteTarget[]> | undefined;
  for (const [name, targets] of scope.writes) {
    if (!name.startsWith('$')) continue;
    const free = targets.filter(({ identifier }) => scope.find(name, identifier) === undefined);
    found ??= new Map();
    found.set(
      name.slice(1),
      free.map((target) => ({ ...target, path: ['value', ...target.path] })),
    );
  }
  return found;
}
