import {
  isBinaryExpression,
  isElementAccessExpression,
  isIdentifier,
  isNullish,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type Node,
  SyntaxKind,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { FindInitializer } from './scope';

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
export function isPresenceOfSecret(condition: Node, findInitializer: FindInitializer): boolean {
  const value = presenceSubject(condition)?.value;
  if (value === undefined) return false;
  if (isPropertyAccessExpression(value)) return saysSecret(value.name.text);
  const initializer = findInitializer(value);
  return initializer !== undefined && isReadOfVariable(initializer, isIdentifier(value) ? value.text : '');
}

/** `process.env.JWT_SECRET`, and `process.env[name]`, where callers say which one. */
function isReadOfVariable(node: Node, holder: string): boolean {
  if (isPropertyAccessExpression(node))
    return (saysSecret(holder) || saysSecret(node.name.text)) && isProcessEnv(node.expression);
  return (
    isElementAccessExpression(node) && !isStringLiteralLike(node.argumentExpression) && isProcessEnv(node.expression)
  );
}

function isProcessEnv(node: Node): boolean {
  return isPropertyAccessExpression(node) && node.name.text === 'env';
}

/** Words of variables that hold a secret or how long it lives: whether they are set is no question of the environment. */
const SECRET_WORDS = wordSet('secret key token password passphrase expires expiry expiration ttl');

export function saysSecret(name: string): boolean {
  return wordsOf(name).some((word) => SECRET_WORDS.has(word));
}

/** What services are reached by: `GOOGLE_CLIENT_ID`, `REDIS_URL`, `DATABASE_HOST`. */
const SERVICE =
  /(?:^|_)(?:CLIENT_?ID|APP_?ID|CLIENT_?SECRET|CONSUMER_?(?:KEY|SECRET)|(?:REDIS|MONGO|MONGODB|DATABASE|DB|POSTGRES|LDAP|OIDC|SAML)(?:_\w+)?_(?:URL|URI|HOST|ISSUER))$/;

/** `if (process.env.GOOGLE_CLIENT_ID && process.env.GOOGLE_CLIENT_SECRET)` asks what is configured: production has it. */
export function isPresenceOfService(condition: Node): boolean {
  const node = withoutParentheses(condition);
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    return isPresenceOfService(node.left) && isPresenceOfService(node.right);
  const subject = presenceSubject(node);
  if (subject?.whenPresent !== true || !isPropertyAccessExpression(subject.value)) return false;
  const { name, expression } = subject.value;
  return SERVICE.test(name.text) && isProcessEnv(expression);
}

export function withoutParentheses(node: Node): Node {
  let inner = node;
  while (isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}
