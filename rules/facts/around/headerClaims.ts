import type { FileScope } from '../../resolve/scope/scope';
import {
  isBindingElement,
  isCallExpression,
  isElementAccessExpression,
  isFunctionLike,
  isIdentifier,
  isParameter,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isVariableDeclaration,
  type Node,
  withoutWrappers,
} from '../../syntax';
import { givesHeader, isHeaderName } from './headerNames';

/** What brings a key, or names one. */
const CLAIMS: ReadonlySet<string> = new Set(['jku', 'jwk', 'x5u', 'x5c', 'kid']);

/** The claim of a token's header that an expression reads: `header.jku`, or a name that was taken out of the header. */
export function headerClaim(node: Node, scope: FileScope): string | undefined {
  if (isPropertyAccessExpression(node)) return isClaimOf(node.name.text, node.expression, scope);
  if (isElementAccessExpression(node) && isStringLiteralLike(node.argumentExpression))
    return isClaimOf(node.argumentExpression.text, node.expression, scope);
  if (!isIdentifier(node) || (isPropertyAccessExpression(node.parent) && node.parent.name === node)) return undefined;
  const id = scope.find(node.text, node);
  const declared = id === undefined ? undefined : scope.declarations[id]?.node;
  if (declared === undefined || declared === node) return undefined;
  if (isVariableDeclaration(declared.parent)) {
    const { initializer } = declared.parent;
    return initializer === undefined ? undefined : headerClaim(withoutWrappers(initializer), scope);
  }
  if (!isBindingElement(declared.parent)) return undefined;
  const { propertyName, name } = declared.parent;
  const key = propertyName ?? name;
  return isIdentifier(key) && CLAIMS.has(key.text) && isTakenFromHeader(declared.parent, scope) ? key.text : undefined;
}

function isClaimOf(name: string, object: Node, scope: FileScope): string | undefined {
  return CLAIMS.has(name) && isHeader(object, scope) ? name : undefined;
}

/** `header`, `decoded.header`, `protectedHeader`, `decodeProtectedHeader(token)`: not the headers of a request. */
function isHeader(expression: Node, scope: FileScope): boolean {
  const node = withoutWrappers(expression);
  if (isPropertyAccessExpression(node)) return isHeaderName(node.name.text);
  if (isCallExpression(node)) return isHeader(node.expression, scope) || isHeaderGiven(node.expression);
  if (!isIdentifier(node)) return false;
  if (isHeaderName(node.text)) return true;
  const id = scope.find(node.text, node);
  const declared = id === undefined ? undefined : scope.declarations[id]?.node.parent;
  if (declared === undefined) return false;
  if (isParameter(declared)) return isOfKeyFunction(declared);
  return isVariableDeclaration(declared) && declared.initializer !== undefined
    ? isHeaderInitializer(declared.initializer)
    : false;
}

/** `jwt.verify(token, (h, done) => …)`: what gives the key is called with the header first, whatever its name there. */
function isOfKeyFunction(parameter: Node): boolean {
  const { parent: maker } = parameter;
  return (
    isFunctionLike(maker) && maker.parameters[0] === parameter && isCallExpression(maker.parent) && !isFirst(maker)
  );
}

/** `keys.map(({ x5c }) => …)`: what goes through a list, or waits for an answer, is handed that, and no header. */
function isFirst(maker: Node): boolean {
  return isCallExpression(maker.parent) && maker.parent.arguments[0] === maker;
}

/** `getHeaderFromToken(token)`. */
function isHeaderGiven(callee: Node): boolean {
  const name = isPropertyAccessExpression(callee) ? callee.name : callee;
  return isIdentifier(name) && givesHeader(name.text);
}

function isHeaderInitializer(initializer: Node): boolean {
  const node = withoutWrappers(initializer);
  const named = isCallExpression(node) ? withoutWrappers(node.expression) : node;
  const name = isPropertyAccessExpression(named) ? named.name : named;
  return isIdentifier(name) && isHeaderName(name.text);
}

/** `const { jku } = decoded.header`, `const { header: { jku } } = decoded`, and the header that a key function gets. */
function isTakenFromHeader(element: Node, scope: FileScope): boolean {
  const holder = element.parent.parent;
  if (isBindingElement(holder)) {
    const { propertyName } = holder;
    return propertyName !== undefined && isIdentifier(propertyName) && isHeaderName(propertyName.text);
  }
  if (isVariableDeclaration(holder)) return holder.initializer !== undefined && isHeader(holder.initializer, scope);
  if (!isParameter(holder) || !isFunctionLike(holder.parent)) return false;
  // What a function that gives keys is called with: the header comes first.
  return holder.parent.parameters[0] === holder && !isFirst(holder.parent);
}
