import {
  isBindingElement,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  withoutWrappers,
} from '../../syntax';
import type { FileScope } from './scope';

/** Another name for what a name holds, or for a part of it. */
export interface Alias {
  readonly id: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** `const other = name`, `const { part } = name`, `let other; other = name`: only names that something is written through. */
export function indexAliases(scope: FileScope): ReadonlyMap<number, readonly Alias[]> {
  const aliases = new Map<number, Alias[]>();
  const add = (id: number, name: string, path: string[], value: Node): void => {
    let source = withoutWrappers(value);
    while (isPropertyAccessExpression(source)) {
      path.unshift(source.name.text);
      source = source.expression;
    }
    const of = isIdentifier(source) ? scope.find(source.text, source) : undefined;
    if (of === undefined || of === id) return;
    const known = aliases.get(of);
    if (known === undefined) aliases.set(of, [{ id, name, path }]);
    else known.push({ id, name, path });
  };
  for (const [id, { name, kind, node }] of scope.declarations.entries()) {
    if (kind !== 'variable' || !scope.writes.has(name)) continue;
    const path: string[] = [];
    let holder = node.parent;
    for (; isBindingElement(holder); holder = holder.parent.parent) {
      const { propertyName } = holder;
      path.unshift(propertyName !== undefined && isIdentifier(propertyName) ? propertyName.text : name);
    }
    if (!isVariableDeclaration(holder) || holder.initializer === undefined) continue;
    add(id, name, path, holder.initializer);
  }
  for (const [name, writes] of scope.writes) {
    if (writes.length < 2) continue;
    const [whole, ...others] = writes.filter(({ path, kind }) => path.length === 0 && kind === 'assign');
    // A name that holds one thing after the other is written through for only one of them.
    if (whole?.value === undefined || others.length > 0) continue;
    const id = scope.find(name, whole.identifier);
    const declared = scope.declarations[id ?? -1]?.node.parent;
    const isEmpty = declared !== undefined && isVariableDeclaration(declared) && declared.initializer === undefined;
    if (id !== undefined && isEmpty) add(id, name, [], whole.value);
  }
  return aliases;
}
