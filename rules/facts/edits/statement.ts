import {
  isAwaitExpression,
  isBlock,
  isExpressionStatement,
  isParenthesizedExpression,
  isSourceFile,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
} from '../../syntax';
import type { Span } from '../../text/span';

/** The lines of the statement that consists of one expression; `undefined` when the expression is part of another. */
export function statementAround(expression: Node, tree: SourceFile): Span | undefined {
  let node = expression;
  while (isAwaitExpression(node.parent) || isParenthesizedExpression(node.parent)) node = node.parent;
  const statement = node.parent;
  if (!isExpressionStatement(statement)) return undefined;
  const { parent } = statement;
  if (!isBlock(parent) && !isSourceFile(parent) && parent.kind !== SyntaxKind.CaseClause) return undefined;
  return wholeLines(spanOf(statement, tree), tree.text);
}

/** Takes in the indentation before and the line break after, when nothing else stands on these lines. */
function wholeLines({ start, end }: Span, text: string): Span {
  let lineStart = start;
  while (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t') lineStart--;
  const isFirst = lineStart === 0 || text[lineStart - 1] === '\n' || text[lineStart - 1] === '\r';
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  if (after === null || !isFirst) return { start, end };
  return { start: lineStart, end: end + after[0].length };
}
