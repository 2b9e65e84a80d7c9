import {
  isBinaryExpression,
  isCallExpression,
  isEqual,
  isIfStatement,
  isNumericLiteral,
  isPrefixUnaryExpression,
  isWrapper,
  type Node,
  SyntaxKind,
  walk,
} from '../../syntax';
import { wordSet } from '../../text/words';
import { lastNameOf } from './chainNames';

/** Functions that send a request elsewhere, or refuse it. */
const REFUSALS = wordSet(
  'redirect permanentRedirect sendRedirect rewrite notFound unauthorized forbidden error createError fail',
);

/** Whether a test, or the condition that it is part of, turns away whoever passes it: `if (!session) redirect('/')`. */
export function turnsAway(test: Node): boolean {
  let condition = test;
  while (isWrapper(condition.parent) || isOr(condition.parent)) condition = condition.parent;
  const { parent } = condition;
  if (!isIfStatement(parent) || parent.expression !== condition || !saysAbsence(test)) return false;
  let isRefused = false;
  walk(parent.thenStatement, (node) => {
    isRefused ||= node.kind === SyntaxKind.ThrowStatement || isRefusal(node);
  });
  return isRefused;
}

function isOr(node: Node): boolean {
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.BarBarToken;
}

/** `!session`, `session === null`. */
function saysAbsence(test: Node): boolean {
  if (isPrefixUnaryExpression(test)) return test.operator === SyntaxKind.ExclamationToken;
  if (!isBinaryExpression(test)) return false;
  return isEqual(test.operatorToken.kind);
}

function isRefusal(node: Node): boolean {
  if (isNumericLiteral(node)) return node.text === '401' || node.text === '403';
  return (
    isCallExpression(node) &&
    (REFUSALS.has(lastNameOf(node.expression)) || lastNameOf(node.expression) === 'sendStatus')
  );
}
