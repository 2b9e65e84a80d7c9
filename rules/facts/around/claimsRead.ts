import {
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteralLike,
  type Node,
  nodesOf,
  type SourceFile,
  SyntaxKind,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';

/** Registered claims (RFC 7519 4.1), and those by which providers name the client that a token is for. */
const CLAIMS = wordSet('exp nbf iss sub aud azp client_id cid appid');
/** Words of functions that check a claim: `isExpired(payload)`, `validateAudience(claims)`. */
const CHECKED_BY: ReadonlyMap<string, string> = new Map([
  ['expired', 'exp'],
  ['expiry', 'exp'],
  ['expiration', 'exp'],
  ['audience', 'aud'],
  ['issuer', 'iss'],
]);

/** `validateClaims(payload)`. */
const CHECKS = wordSet('assert check ensure validate verify');

const known = new WeakMap<SourceFile, readonly string[]>();

/** The registered claims that a file reads, wherever it does. */
export function claimsRead(tree: SourceFile): readonly string[] {
  const found = known.get(tree) ?? collectClaims(tree);
  known.set(tree, found);
  return found;
}

function collectClaims(tree: SourceFile): readonly string[] {
  const found = new Set<string>();
  const add = (name: Node): void => {
    if ((isIdentifier(name) || isStringLiteralLike(name)) && CLAIMS.has(name.text)) found.add(name.text);
  };
  for (const { name } of nodesOf(tree, SyntaxKind.PropertyAccessExpression)) add(name);
  for (const { argumentExpression } of nodesOf(tree, SyntaxKind.ElementAccessExpression)) add(argumentExpression);
  for (const { propertyName, name } of nodesOf(tree, SyntaxKind.BindingElement)) add(propertyName ?? name);
  for (const { expression } of nodesOf(tree, SyntaxKind.CallExpression)) {
    for (const claim of claimsCheckedBy(expression)) found.add(claim);
  }
  return [...found];
}

function claimsCheckedBy(callee: Node): readonly string[] {
  const name = isPropertyAccessExpression(callee) ? callee.name : callee;
  const words = isIdentifier(name) ? wordsOf(name.text) : [];
  // `setAudience` writes the claim.
  if (words[0] === 'set') return [];
  if (words.includes('claims') && CHECKS.has(words[0] ?? '')) return ['exp', 'aud', 'iss'];
  return words.flatMap((word) => CHECKED_BY.get(word) ?? []);
}
