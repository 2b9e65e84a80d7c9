import { isAwaitExpression, isBlock, isExpressionStatement, isParenthesizedExpression, isSourceFile, type Node, type SourceFile, SyntaxKind, spanOf } from '../syntax';
import type { Span } from '../text/span';

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
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  if (after === null || text.slice(lineStart, start).trim() !== '') return { start, end };
  return { start: lineStart, end: end + after[0].length };
}
