import {
  isArrowFunction,
  isAsExpression,
  isFunctionLike,
  isIdentifier,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isReturnStatement,
  isSatisfiesExpression,
  isTypeAssertionExpression,
  isTypeReferenceNode,
  isVariableDeclaration,
  type Node,
} from '../../syntax';
import type { GivenType, TypeName } from '../module/summary';
import { enclosing } from '../scope/surroundings';
import { documentedFunction } from './documentedTypes';
import type { LoweringContext } from './lower';
import { lowerTypeName } from './types';

/** The type that a function has by where it stands: its own place, or that of the object literal that it is a member of. */
export function givenTypeOf(node: Node, context: LoweringContext): GivenType | undefined {
  const object = objectAround(node);
  const type =
    typeOfPlace(object ?? node, context) ?? (object === undefined ? documentedFunction(node, context) : undefined);
  return type === undefined ? undefined : { type, isMember: object !== undefined };
}

/** The object literal of which a function is a method or the value of a property. */
function objectAround(node: Node): Node | undefined {
  if (isMethodDeclaration(node)) return isObjectLiteralExpression(node.parent) ? node.parent : undefined;
  let value = node;
  while (isParenthesizedExpression(value.parent)) value = value.parent;
  return isPropertyAssignment(value.parent) ? value.parent.parent : undefined;
}

/** What an expression is annotated, asserted or said to satisfy, or returned as. */
function typeOfPlace(expression: Node, context: LoweringContext): TypeName | undefined {
  const { parent } = expression;
  if (isParenthesizedExpression(parent)) return typeOfPlace(parent, context);
  if (isSatisfiesExpression(parent) || isAsExpression(parent) || isTypeAssertionExpression(parent)) {
    const { type } = parent;
    // `as const` says nothing of parameters.
    return isConst(type) ? typeOfPlace(parent, context) : lowerTypeName(type, context);
  }
  if (isVariableDeclaration(parent) || isPropertyDeclaration(parent)) return lowerTypeName(parent.type, context);
  const returning = isReturnStatement(parent) ? enclosing(parent, isFunctionLike) : parent;
  if (returning === undefined || !isFunctionLike(returning)) return undefined;
  const isResult = returning !== parent || (isArrowFunction(parent) && parent.body === expression);
  return isResult ? lowerTypeName((returning as Node & { type?: Node }).type, context) : undefined;
}

function isConst(type: Node): boolean {
  return isTypeReferenceNode(type) && isIdentifier(type.typeName) && type.typeName.text === 'const';
}
