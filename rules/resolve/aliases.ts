import { isBindingElement, isIdentifier, isPropertyAccessExpression, isVariableDeclaration } from '../syntax';
import { withoutWrappers } from './lower';
import type { FileScope } from './scope';

/** Another name for what a name holds, or for a part of it. */
export interface Alias {
  readonly id: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** `const other = name`, `const { part } = name`: only names that something is written through. */
export function indexAliases(scope: FileScope): ReadonlyMap<number, readonly Alias[]> {
  const aliases = new Map<number, Alias[]>();
  for (const [id, { name, kind, node }] of scope.declarations.entries()) {
    if (kind !== 'variable' || !scope.writes.has(name)) continue;
    const path: string[] = [];
    let holder = node.parent;
    for (; isBindingElement(holder); holder = holder.parent.parent) {
      const { propertyName } = holder;
      path.unshift(propertyName !== undefined && isIdentifier(propertyName) ? propertyName.text : name);
    }
    if (!isVariableDeclaration(holder) || holder.initializer === undefined) continue;
    let source = withoutWrappers(holder.initializer);
    while (isPropertyAccessExpression(source)) {
      path.unshift(source.name.text);
      source = source.expression;
    }
    const of = isIdentifier(source) ? scope.find(source.text, source) : undefined;
    if (of === undefined || of === id) continue;
    const known = aliases.get(of);
    if (known === undefined) aliases.set(of, [{ id, name, path }]);
    else known.push({ id, name, path });
  }
  return aliases;
}
