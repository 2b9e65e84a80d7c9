import type { FileScope } from '../../resolve/scope/scope';
import { enclosing } from '../../resolve/scope/surroundings';
import {
  isBindingElement,
  isCallExpression,
  isFunctionLike,
  isIdentifier,
  isObjectBindingPattern,
  isParameter,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  withoutWrappers,
} from '../../syntax';

/** What handlers call the request, or the context that holds it. */
const REQUEST = /^_?(?:req|request|ctx|context)$/;

const SESSION = /session$/i;

/** The session of a request, as an expression names it. */
export interface SessionTerm {
  /** The function that is given the request. */
  readonly handler: Node;
  /** The property of the request. */
  readonly property: string;
  /** It is reached through a name of its own. */
  readonly isAlias: boolean;
}

/** The session that an expression is: `req.session`, `ctx.req.session`, `const { session } = req`, `@Session() session`. */
export function sessionOf(expression: Node, scope: FileScope): SessionTerm | undefined {
  const node = withoutWrappers(expression);
  if (isPropertyAccessExpression(node)) {
    const holder = withoutWrappers(node.expression);
    if (!SESSION.test(node.name.text) || !REQUEST.test(lastName(holder))) return undefined;
    const handler = handlerOf(holder, scope);
    return handler && { handler, property: node.name.text, isAlias: false };
  }
  if (!isIdentifier(node)) return undefined;
  const declaration = scope.declarations[scope.find(node.text, node) ?? -1];
  if (declaration?.kind === 'variable') return aliasOf(declaration.node, scope);
  const holder = declaration?.kind === 'parameter' ? declaration.node.parent : undefined;
  if (holder === undefined || !isParameter(holder) || !isDecorated(holder, 'Session')) return undefined;
  return { handler: holder.parent, property: 'session', isAlias: true };
}

function aliasOf(name: Node, scope: FileScope): SessionTerm | undefined {
  const { parent } = name;
  if (isVariableDeclaration(parent)) {
    const { initializer } = parent;
    if (initializer === undefined || !isPropertyAccessExpression(withoutWrappers(initializer))) return undefined;
    const found = sessionOf(initializer, scope);
    return found && { ...found, isAlias: true };
  }
  const holder = isBindingElement(parent) ? parent.parent.parent : undefined;
  if (holder === undefined || !isVariableDeclaration(holder) || !isObjectBindingPattern(holder.name)) return undefined;
  const source = holder.initializer && withoutWrappers(holder.initializer);
  if (source === undefined || !REQUEST.test(lastName(source))) return undefined;
  const handler = handlerOf(source, scope);
  const { propertyName } = parent as Node & { propertyName?: Node };
  const property = lastName(propertyName ?? name);
  return handler && SESSION.test(property) ? { handler, property, isAlias: true } : undefined;
}

/** The function whose parameter an expression starts with. */
function handlerOf(expression: Node, scope: FileScope): Node | undefined {
  let root = expression;
  while (isPropertyAccessExpression(root)) root = withoutWrappers(root.expression);
  // `this.req`, of a function that a framework calls on what holds the request.
  if (root.kind === SyntaxKind.ThisKeyword) return root === expression ? undefined : enclosing(root, hasOwnThis);
  if (!isIdentifier(root)) return undefined;
  const declaration = scope.declarations[scope.find(root.text, root) ?? -1];
  return declaration?.kind === 'parameter' ? enclosing(declaration.node, isFunctionLike) : undefined;
}

function hasOwnThis(node: Node): boolean {
  return isFunctionLike(node) && node.kind !== SyntaxKind.ArrowFunction;
}

/** The name and the key of a member: `user` of `req.session.user` and `req.session['user']`. */
export function memberOf(expression: Node): { readonly object: Node; readonly key: string } | undefined {
  const node = withoutWrappers(expression);
  if (isPropertyAccessExpression(node)) return { object: node.expression, key: node.name.text };
  if (node.kind !== SyntaxKind.ElementAccessExpression) return undefined;
  const { expression: object, argumentExpression: key } = node as Node & { expression: Node; argumentExpression: Node };
  return isStringLiteralLike(key) ? { object, key: key.text } : undefined;
}

/** The name that an expression ends in. */
export function lastName(expression: Node): string {
  const node = withoutWrappers(expression);
  if (isIdentifier(node)) return node.text;
  if (isPropertyAccessExpression(node)) return node.name.text;
  return isCallExpression(node) ? lastName(node.expression) : '';
}

/** The name of what a method is called on; empty for a function. */
export function receiverName(callee: Node): string {
  return isPropertyAccessExpression(callee) ? lastName(callee.expression) : '';
}

function isDecorated(parameter: Node, name: string): boolean {
  const { modifiers = [] } = parameter as Node & { modifiers?: readonly Node[] };
  return modifiers.some(
    (one) => one.kind === SyntaxKind.Decorator && lastName((one as Node & { expression: Node }).expression) === name,
  );
}
