import { namesOf } from '../../resolve/around/chainNames';
import { type FileScope, isMemberAssignment } from '../../resolve/scope/scope';
import {
  type CallExpression,
  isAsExpression,
  isCallExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isNonNullExpression,
  isObjectBindingPattern,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  walk,
} from '../../syntax';
import type { Span } from '../../text/span';

/**
 * The functions among a call's arguments that look neither at their first parameter nor whether there is a second one, or
 * go on to the next handler after they have answered for the first.
 */
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
  return !isCareful || answersAndGoesOn(body, error, scope);
}

/** `if (error) res.status(403).json(…); req.user = user; next();`: the answer is sent, and the handler runs all the same. */
function answersAndGoesOn(body: Node, error: ParameterNode | undefined, scope: FileScope): boolean {
  const { statements = [] } = body as Node & { statements?: readonly Node[] };
  return statements.some(
    (one, index) =>
      isIfStatement(one) &&
      one.elseStatement === undefined &&
      isUse(one.expression, error, scope) &&
      onlyAnswers(one.thenStatement) &&
      statements.slice(index + 1).some(isPlainNext),
  );
}

function isUse(node: Node, parameter: ParameterNode | undefined, scope: FileScope): boolean {
  return isIdentifier(node) && isUseOf(parameter, node, scope);
}

/** It answers the request, and neither leaves nor asks for anything further. */
function onlyAnswers(branch: Node): boolean {
  let answers = false;
  let leaves = false;
  walk(branch, (node) => {
    if (node.kind === SyntaxKind.ReturnStatement || node.kind === SyntaxKind.ThrowStatement) leaves = true;
    if (isIfStatement(node) || isFunctionLike(node)) leaves = true;
    if (isCallExpression(node) && ANSWER.test(namesOf(node.expression).join('.'))) answers = true;
  });
  return answers && !leaves;
}

const ANSWER = /^_?(?:res|response)\.(?:\w+\.)*(?:json|send|sendStatus|end|redirect|render)$/;

function isPlainNext(statement: Node): boolean {
  const { expression } = statement as Node & { expression?: Node };
  if (expression === undefined || !isCallExpression(expression) || expression.arguments.length > 0) return false;
  return isIdentifier(expression.expression) && expression.expression.text === 'next';
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
