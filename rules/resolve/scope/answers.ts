import {
  type Identifier,
  isArrayLiteralExpression,
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isVariableDeclaration,
  type Node,
  type ObjectLiteralExpression,
  type SourceFile,
  spanOf,
  withoutWrappers,
} from '../../syntax';
import { callTerm, elementTerm } from '../lower/madeTerms';
import type { CallTerm, GlobalTerm, Term } from '../lower/term';

/** What a response of a serverless function has beside its status. */
const HEADERS = new Set(['headers', 'multiValueHeaders', 'cookies']);
/** Functions that an answer is handed to: what else an object is handed to may compare it, or make it up for a test. */
const TAKERS = /^(?:callback|cb|done|succeed|resolve)$/;
const NO_TAKERS = /^(?:expect|assert|is|equal|deepEqual|describe|it|test)$/;
const MADE_UP = /mock|fake|stub|expect|fixture|sample|example/i;

/**
 * The name by which an object literal is known that answers a request: `statusCode` of `{ statusCode: 200, headers }`, `status`
 * where it is returned at once, or `cookies` of an element of the list of that name. It is as good as a call of that name.
 */
export function answeredBy(node: ObjectLiteralExpression): Identifier | undefined {
  if (node.properties.length < 2) return undefined;
  const list = node.parent;
  if (isArrayLiteralExpression(list)) return cookiesOf(list);
  let code: Identifier | undefined;
  let hasHeaders = false;
  for (const { name } of node.properties) {
    if (name === undefined || !isIdentifier(name)) continue;
    if (name.text === 'statusCode' || name.text === 'status') code = name;
    hasHeaders ||= HEADERS.has(name.text);
  }
  if (code === undefined || !hasHeaders) return undefined;
  return (code.text === 'status' ? isReturned(node) : mayAnswer(node)) ? code : undefined;
}

/** `{ ... }` as the call `statusCode({ … })`. */
export function lowerAnswer(
  node: ObjectLiteralExpression,
  name: Identifier,
  lower: (node: Node) => Term,
  tree: SourceFile,
): CallTerm {
  const span = spanOf(node, tree);
  return { ...callTerm(answerCallee(name, tree), [elementTerm(lower(node), span)], span), form: 'answer' };
}

export function answerCallee(name: Identifier, tree: SourceFile): GlobalTerm {
  return { kind: 'global', name: name.text, span: spanOf(name, tree) };
}

function cookiesOf(list: Node): Identifier | undefined {
  const property = list.parent;
  if (!isPropertyAssignment(property) || !isIdentifier(property.name) || property.name.text !== 'cookies')
    return undefined;
  const { parent: answer } = property;
  const isAnswer =
    isObjectLiteralExpression(answer) &&
    answer.properties.some(({ name }) => name !== undefined && isIdentifier(name) && name.text === 'status');
  return isAnswer && isReturned(answer) ? property.name : undefined;
}

/** It is what a function gives, or what is put into `context.res`. */
function isReturned(node: Node): boolean {
  const { parent, child } = outside(node);
  if (isReturnStatement(parent) || isArrowFunction(parent)) return true;
  return (
    isBinaryExpression(parent) &&
    parent.right === child &&
    isPropertyAccessExpression(parent.left) &&
    parent.left.name.text === 'res'
  );
}

function mayAnswer(node: Node): boolean {
  const { parent } = outside(node);
  if (isReturnStatement(parent) || isArrowFunction(parent)) return true;
  if (isVariableDeclaration(parent)) return isIdentifier(parent.name) && !MADE_UP.test(parent.name.text);
  if (!isCallExpression(parent)) return isReturned(node);
  const callee = withoutWrappers(parent.expression);
  if (isIdentifier(callee)) return !NO_TAKERS.test(callee.text) && !MADE_UP.test(callee.text);
  return isPropertyAccessExpression(callee) && TAKERS.test(callee.name.text);
}

/** What holds a node, past parentheses and assertions. */
function outside(node: Node): { readonly parent: Node; readonly child: Node } {
  let child = node;
  while (child.parent.parent !== undefined && withoutWrappers(child.parent) === node) child = child.parent;
  return { parent: child.parent, child };
}
