import { type FileScope, isMemberAssignment } from '../../resolve/scope';
import {
  type CallExpression,
  isAsExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isNonNullExpression,
  isObjectBindingPattern,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  spanOf,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';

/** The functions among a call's arguments that look neither at their first parameter nor whether there is a second one. */
export function carelessCallbacks(call: CallExpression, tree: SourceFile, scope: FileScope): readonly Span[] {
  return call.arguments.flatMap((argument) => {
    const found = functionOf(argument, scope);
    return found !== undefined && isCareless(found, scope) ? [spanOf(argument, tree)] : [];
  });
}

function functionOf(argument: Node, scope: FileScope): Node | undefined {
  if (isFunctionLike(argument)) return argument;
  const id = isIdentifier(argument) ? scope.find(argument.text, argument) : undefined;
  const declaration = id === undefined ? undefined : scope.declarations[id];
  return declaration?.kind === 'function' ? declaration.node : undefined;
}

function isCareless(callback: Node, scope: FileScope): boolean {
  const { parameters, body } = callback as Node & { parameters: readonly ParameterNode[]; body?: Node };
  const [error, value] = parameters;
  // A pattern, or `...args`, takes what it is given apart.
  if (body === undefined || [error, value].some((one) => one !== undefined && !isPlain(one))) return false;
  let isCareful = false;
  walk(body, (node) => {
    if (isCareful || !isIdentifier(node)) return;
    isCareful =
      node.text === 'arguments' ||
      (isUseOf(error, node, scope) && node !== error?.name) ||
      (isUseOf(value, node, scope) && !isTakenForGranted(node));
  });
  return !isCareful;
}

type ParameterNode = Node & { readonly name: Node; readonly dotDotDotToken?: Node };

function isPlain({ name, dotDotDotToken }: ParameterNode): boolean {
  return isIdentifier(name) && dotDotDotToken === undefined;
}

function isUseOf(
  parameter: ParameterNode | undefined,
  node: Node & { readonly text: string },
  scope: FileScope,
): boolean {
  if (parameter === undefined || !isIdentifier(parameter.name) || parameter.name.text !== node.text) return false;
  const { parent } = node;
  if (isPropertyAccessExpression(parent) && parent.name === node) return false;
  const id = scope.find(node.text, node);
  return id !== undefined && scope.declarations[id]?.node === parameter.name;
}

/** Its properties are read, or it is put somewhere, as if it were there; anything else may ask for it, or leave that to others. */
function isTakenForGranted(value: Node): boolean {
  let node = value;
  while (isAsExpression(node.parent) || isNonNullExpression(node.parent) || isParenthesizedExpression(node.parent))
    node = node.parent;
  const { parent } = node;
  if (isPropertyAccessExpression(parent) || isElementAccessExpression(parent))
    return parent.expression === node && parent.questionDotToken === undefined;
  if (isVariableDeclaration(parent)) return isObjectBindingPattern(parent.name);
  return isMemberAssignment(parent) && parent.right === node;
}
