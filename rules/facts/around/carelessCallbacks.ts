import { namesOf } from '../../resolve/around/chainNames';
import { type FileScope, isMemberAssignment } from '../../resolve/scope/scope';
import {
  type CallExpression,
  findNode,
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
import { returnedAnswer, returnedError } from '../edits/callbackRefusal';
import type { CarelessCallback } from '../schema/uses';

/**
 * The functions among a call's arguments that look neither at their first parameter nor whether there is a second one, or
 * go on to the next handler after they have answered for the first.
 */
export function carelessCallbacks(
  call: CallExpression,
  tree: SourceFile,
  scope: FileScope,
): readonly CarelessCallback[] {
  return call.arguments.flatMap((argument): readonly CarelessCallback[] => {
    const found = functionOf(argument, scope);
    const { parameters: [error, value] = [], body } = (found ?? {}) as Partial<CallbackNode>;
    // A pattern, or `...args`, takes what it is given apart.
    if (found === undefined || body === undefined || [error, value].some((one) => one && !isPlain(one))) return [];
    const span = spanOf(argument, tree);
    if (looksAtNeither(body, error, value, scope)) return [{ span, refusal: returnedError(found, tree, scope) }];
    const answer = answerBeforeNext(body, error, scope);
    return answer === undefined ? [] : [{ span, refusal: returnedAnswer(answer, tree) }];
  });
}

function functionOf(argument: Node, scope: FileScope): Node | undefined {
  if (isFunctionLike(argument)) return argument;
  const id = isIdentifier(argument) ? scope.find(argument.text, argument) : undefined;
  const declaration = id === undefined ? undefined : scope.declarations[id];
  return declaration?.kind === 'function' ? declaration.node : undefined;
}

function looksAtNeither(
  body: Node,
  error: ParameterNode | undefined,
  value: ParameterNode | undefined,
  scope: FileScope,
): boolean {
  const isCareful = (node: Node): boolean =>
    isIdentifier(node) &&
    (node.text === 'arguments' ||
      (isUseOf(error, node, scope) && node !== error?.name) ||
      (isUseOf(value, node, scope) && !isTakenForGranted(node)));
  return findNode(body, isCareful) === undefined;
}

/** `if (error) res.status(403).json(…); req.user = user; next();`: the answer is sent, and the handler runs all the same. */
function answerBeforeNext(body: Node, error: ParameterNode | undefined, scope: FileScope): Node | undefined {
  const { statements = [] } = body as Node & { statements?: readonly Node[] };
  const [answer] = statements.flatMap((one, index) =>
    isIfStatement(one) &&
    one.elseStatement === undefined &&
    isUse(one.expression, error, scope) &&
    onlyAnswers(one.thenStatement) &&
    statements.slice(index + 1).some(isPlainNext)
      ? [one.thenStatement]
      : [],
  );
  return answer;
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

type CallbackNode = Node & { readonly parameters: readonly ParameterNode[]; readonly body?: Node };
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
