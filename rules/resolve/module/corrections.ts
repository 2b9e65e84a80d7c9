import { isBinaryExpression, isBlock, isIfStatement, isStringLiteralLike, type Node, SyntaxKind } from '../../syntax';

/** Whether an assignment replaces a text that its condition refuses: `if (secret === 'changeme') secret = draw();`. */
export function isCorrection(write: Node): boolean {
  if (!isBinaryExpression(write) || write.operatorToken.kind !== SyntaxKind.EqualsToken) return false;
  const statement = write.parent;
  if (statement?.kind !== SyntaxKind.ExpressionStatement) return false;
  const branch = isBlock(statement.parent) ? statement.parent : statement;
  const { parent } = branch;
  return isIfStatement(parent) && parent.thenStatement === branch && refuses(parent.expression, write.left.getText());
}

/** Whether a condition holds, among others, for a text that a name has. */
function refuses(condition: Node, name: string): boolean {
  if (!isBinaryExpression(condition)) return false;
  const { left, right, operatorToken } = condition;
  switch (operatorToken.kind) {
    case SyntaxKind.BarBarToken:
      return refuses(left, name) || refuses(right, name);
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
      return isStringLiteralLike(right) && left.getText() === name;
    default:
      return false;
  }
}
