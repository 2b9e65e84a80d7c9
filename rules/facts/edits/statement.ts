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
  return isInBlock(statement) ? wholeLines(spanOf(statement, tree), tree.text) : undefined;
}

/** Whether a statement is one of a list: another may take its place, or follow it. */
export function isInBlock({ parent }: Node): boolean {
  return isBlock(parent) || isSourceFile(parent) || parent.kind === SyntaxKind.CaseClause;
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

/** The white space before the first thing on a line. */
export function indentOf(start: number, text: string): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(line) ? line : undefined;
}
