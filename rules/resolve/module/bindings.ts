import type { Node } from '../../syntax';
import { bindParameter, bindVariable, enumMembers } from '../lower/declarations';
import { OPAQUE } from '../lower/emptyShapes';
import { lowerImport } from '../lower/exports';
import type { LoweringContext } from '../lower/lower';
import { bindNamespace } from '../lower/namespaces';
import { bindType } from '../lower/types';
import { once } from '../scope/numbered';
import type { FileScope } from '../scope/scope';
import type { FindWrites } from './bindingWrites';
import { type Binding, MODULE_BODY, type Write } from './summary';

/** What the declarations of a file bind their names to, by the numbers that its scope gives them; each is made once. */
export function createBindings(
  scope: FileScope,
  context: LoweringContext,
  writesOf: FindWrites,
): (id: number) => Binding {
  const { lower } = context;
  const bindings = new Map<number, Binding>();

  const bind = (id: number): Binding => {
    const declaration = scope.declarations[id];
    if (declaration === undefined) return OPAQUE;
    const { name, node } = declaration;
    switch (declaration.kind) {
      case 'import':
        return bindImport(node, writesOf(id, name));
      case 'function':
        return { kind: 'function', name, id: context.functionId(node) };
      case 'class':
        return { kind: 'class', name, id: context.classId(node) };
      case 'enum':
        return { kind: 'enum', name, members: enumMembers(node, context) };
      case 'namespace':
        return bindNamespace(name, node, writesOf(id, name), context);
      case 'type':
        return bindType(name, node, context);
      case 'variable':
        return bindVariable(declaration, writesOf(id, name), context, lower);
      case 'parameter':
      case 'element':
        return bindParameter(declaration, writesOf(id, name), context, lower);
      case 'opaque':
        return { kind: 'opaque', name };
    }
  };
  return (id) => once(bindings, id, () => bind(id));
}

function bindImport(node: Node, writes: readonly Write[]): Binding {
  const imported = lowerImport(node);
  return imported === undefined ? OPAQUE : { kind: 'import', ...imported, function: MODULE_BODY, writes };
}
