import {
  isExpressionWithTypeArguments,
  isIdentifier,
  isImportTypeNode,
  isInterfaceDeclaration,
  isIntersectionTypeNode,
  isLiteralTypeNode,
  isPropertyAccessExpression,
  isQualifiedName,
  isStringLiteral,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  isTypeReferenceNode,
  isUnionTypeNode,
  type Node,
  spanOf,
} from '../../syntax';
import type { TypeBinding, TypeName } from '../module/summary';
import type { LoweringContext } from './lower';
import { lowerShape, shapeOfMembers } from './shapes';
import type { Term } from './term';

/** The named type that an annotation stands for; of a union, its only named member; of an intersection, its first. */
export function lowerTypeName(type: Node | undefined, context: LoweringContext): TypeName | undefined {
  if (type === undefined) return undefined;
  if (isUnionTypeNode(type) || isIntersectionTypeNode(type)) {
    const named = type.types.filter(isTypeReferenceNode);
    return named.length === 1 || isIntersectionTypeNode(type) ? lowerTypeName(named[0], context) : undefined;
  }
  const path: string[] = [];
  let name: Node;
  if (isTypeReferenceNode(type)) {
    name = type.typeName;
    for (; isQualifiedName(name); name = name.left) path.unshift(name.right.text);
  } else if (isExpressionWithTypeArguments(type)) {
    name = type.expression;
    for (; isPropertyAccessExpression(name); name = name.expression) path.unshift(name.name.text);
  } else if (isImportTypeNode(type) && isLiteralTypeNode(type.argument) && isStringLiteral(type.argument.literal)) {
    for (let at = type.qualifier; at !== undefined; at = isQualifiedName(at) ? at.left : undefined)
      path.unshift(isQualifiedName(at) ? at.right.text : at.text);
    const { literal } = type.argument;
    return { root: { kind: 'module', specifier: literal.text, span: spanOf(literal, context.tree) }, path };
  } else {
    return undefined;
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

/** What an interface or a type alias is made of. */
export function bindType(name: string, node: Node, context: LoweringContext): TypeBinding {
  if (isTypeAliasDeclaration(node)) {
    const base = lowerTypeName(node.type, context);
    const bases = base === undefined ? [] : [base];
    return {
      kind: 'type',
      name,
      bases,
      isContract: isTypeLiteralNode(node.type),
      shape: lowerShape(node.type, context),
    };
  }
  const clauses = isInterfaceDeclaration(node) ? (node.heritageClauses ?? []) : [];
  const bases = clauses.flatMap(({ types }) => types.flatMap((type) => lowerTypeName(type, context) ?? []));
  const shape = isInterfaceDeclaration(node) ? { ...shapeOfMembers(node.members, context), names: bases } : undefined;
  return { kind: 'type', name, bases, isContract: isInterfaceDeclaration(node), shape };
}
