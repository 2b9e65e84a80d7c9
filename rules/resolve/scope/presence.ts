import {
  isBinaryExpression,
  isIdentifier,
  isNullish,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';

/** What a condition asks the presence of: `x`, `!x`, `x === undefined`, `x != null`. */
export function presenceSubject(condition: Node): { readonly value: Node; readonly whenPresent: boolean } | undefined {
  const node = withoutParentheses(condition);
  if (isIdentifier(node) || isPropertyAccessExpression(node)) return { value: node, whenPresent: true };
  if (isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    const inner = presenceSubject(node.operand);
    return inner === undefined ? undefined : { ...inner, whenPresent: !inner.whenPresent };
  }
  if (!isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  if (!isNullish(right) || !(isIdentifier(left) || isPropertyAccessExpression(left))) return undefined;
  switch (operatorToken.kind) {
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
      return { value: left, whenPresent: false };
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return { value: left, whenPresent: true };
    default:
      return undefined;
  }
}

/** `if (!process.env.JWT_SECRET)` asks for the secret, not for the environment. */
export function isPresenceOfSecret(condition: Node): boolean {
  const subject = presenceSubject(condition);
  if (subject === undefined || !isPropertyAccessExpression(subject.value)) return false;
  return saysSecret(subject.value.name.text);
}

/** Words of variables that hold a secret or how long it lives: whether they are set is no question of the environment. */
const SECRET_WORDS = wordSet('secret key token password passphrase expires expiry expiration ttl');

export function saysSecret(name: string): boolean {
  return wordsOf(name).some((word) => SECRET_WORDS.has(word));
}

export function withoutParentheses(node: Node): Node {
  let inner = node;
  while (isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}
