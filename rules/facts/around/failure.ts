import { enclosing } from '../../resolve/scope/surroundings';
import {
  isBinaryExpression,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isIfStatement,
  isPropertyAccessExpression,
  isTryStatement,
  isWithin,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';

/** Whether what a call gives is assigned in a `try` whose `catch` lets the code behind it go on as if nothing had been. */
export function isKeptDespiteFailure(call: Node): boolean {
  const around = enclosing(call, (node) => isFunctionLike(node) || isTryStatement(node));
  if (around === undefined || !isTryStatement(around) || around.catchClause === undefined) return false;
  const isInside = isWithin(call, around.tryBlock);
  const target = isInside ? targetOf(call, around) : undefined;
  return target !== undefined && goesOn(around.catchClause.block) && !isAskedFor(target, call);
}

/** What the result is assigned to. */
function targetOf(call: Node, statement: Node): Node | undefined {
  for (let node = call.parent; node !== statement; node = node.parent) {
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) return node.left;
  }
  return undefined;
}

/** `if (!payload) throw …`, after all keys were tried: the function itself asks whether there is a result. */
function isAskedFor(target: Node, call: Node): boolean {
  const owner = enclosing(call, isFunctionLike);
  if (owner === undefined || !isIdentifier(target)) return false;
  let isAsked = false;
  walk(owner, (node) => {
    if (!isIfStatement(node) || node.expression.pos < call.end) return;
    walk(node.expression, (part) => {
      if (isIdentifier(part) && part.text === target.text) isAsked = true;
    });
  });
  return isAsked;
}

/** It neither ends, nor assigns, nor answers: at most it logs, or calls the next handler without an error. */
function goesOn(block: Node): boolean {
  let isGoingOn = true;
  walk(block, (node) => {
    if (node.kind === SyntaxKind.ThrowStatement || node.kind === SyntaxKind.ReturnStatement) isGoingOn = false;
    else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) isGoingOn = false;
    else if (isCallExpression(node) && !isLog(node.expression) && !isPlainNext(node)) isGoingOn = false;
  });
  return isGoingOn;
}

function isLog(callee: Node): boolean {
  if (!isPropertyAccessExpression(callee)) return false;
  const { expression } = callee;
  const name = isPropertyAccessExpression(expression) ? expression.name : expression;
  return isIdentifier(name) && /^(?:console|log|logger)$/i.test(name.text);
}

function isPlainNext(call: Node): boolean {
  const { expression, arguments: list } = call as Node & { expression: Node; arguments: readonly Node[] };
  return isIdentifier(expression) && expression.text === 'next' && list.length === 0;
}
