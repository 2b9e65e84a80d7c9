import type { FileScope } from '../resolve/scope';
import {
  type CallExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  type Node,
  type SourceFile,
  spanOf,
  walk,
} from '../syntax';
import type { Span } from '../text/span';

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
      (isUseOf(value, node, scope) && asksOrHandsOn(node));
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

/** Whether the code asks for a value, or leaves that to others. */
function asksOrHandsOn(node: Node): boolean {
  const { parent } = node;
  if (isPropertyAccessExpression(parent)) return parent.questionDotToken !== undefined;
  if (isCallExpression(parent) || isReturnStatement(parent) || isIfStatement(parent)) return true;
  if (isConditionalExpression(parent) || isPrefixUnaryExpression(parent) || isFunctionLike(parent)) return true;
  // `req.user = value` asks nothing.
  return isBinaryExpression(parent) && parent.right !== node;
}
