import {
  isIdentifier,
  isIntersectionTypeNode,
  isQualifiedName,
  isTypeReferenceNode,
  isUnionTypeNode,
  type Node,
  spanOf,
} from '../syntax';
import type { LoweringContext } from './lower';
import type { TypeName } from './summary';
import type { Term } from './term';

/** The named type that an annotation stands for; of a union, its only named member; of an intersection, its first. */
export function lowerTypeName(type: Node | undefined, context: LoweringContext): TypeName | undefined {
  if (type === undefined) return undefined;
  if (isUnionTypeNode(type) || isIntersectionTypeNode(type)) {
    const named = type.types.filter(isTypeReferenceNode);
    return named.length === 1 || isIntersectionTypeNode(type) ? lowerTypeName(named[0], context) : undefined;
  }
  if (!isTypeReferenceNode(type)) return undefined;
  const path: string[] = [];
  let name: Node = type.typeName;
  while (isQualifiedName(name)) {
    path.unshift(name.right.text);
    name = name.left;
  }
  if (!isIdentifier(name)) return undefined;
  const span = spanOf(name, context.tree);
  const binding = context.findBinding(name.text, name);
  const root: Term =
    binding === undefined
      ? { kind: 'global', name: name.text, span }
      : { kind: 'reference', binding, name: name.text, function: context.enclosingFunction(name), span };
  return { root, path };
}
