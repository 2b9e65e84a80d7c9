import type { FileScope } from '../../resolve/scope/scope';
import {
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type SourceFile,
  SyntaxKind,
  spanOf,
  withoutWrappers,
} from '../../syntax';
import { wordSet } from '../../text/words';
import type { KeyChoice } from '../schema/uses';

/** What of a request its sender writes. */
const PARTS = new Set(['body', 'query', 'params', 'headers', 'cookies']);
const READERS = new Set(['get', 'header', 'query', 'param']);
/** Functions that make a key of a text, or the same text again. */
const CARRIERS = wordSet('String from importSPKI importJWK createPublicKey createSecretKey encode trim toString');
const MAX_STEPS = 6;

/** The part of a request that is the key: not what only finds it, as `keys[req.params.tenant]` does. */
export function requestValue(
  expression: Node,
  tree: SourceFile,
  scope: FileScope,
  steps = MAX_STEPS,
): KeyChoice | undefined {
  if (steps === 0) return undefined;
  const follow = (node: Node): KeyChoice | undefined => requestValue(node, tree, scope, steps - 1);
  const node = withoutWrappers(expression);
  if (isRequestPart(node, scope)) {
    const span = spanOf(node, tree);
    return { kind: 'request', name: tree.text.slice(span.start, Math.min(span.end, span.start + 40)), span };
  }
  if (isPropertyAssignment(node)) return follow(node.initializer);
  if (isBinaryExpression(node)) {
    const isOr =
      node.operatorToken.kind === SyntaxKind.BarBarToken ||
      node.operatorToken.kind === SyntaxKind.QuestionQuestionToken;
    return isOr ? (follow(node.left) ?? follow(node.right)) : undefined;
  }
  if (isCallExpression(node)) {
    const { expression: callee, arguments: list } = node;
    const name = isPropertyAccessExpression(callee) ? callee.name : callee;
    if (!isIdentifier(name) || !CARRIERS.has(name.text)) return undefined;
    const carried = list[0] ?? (isPropertyAccessExpression(callee) ? callee.expression : undefined);
    return carried && follow(carried);
  }
  const id = isIdentifier(node) ? scope.find(node.text, node) : undefined;
  const declaration = id === undefined ? undefined : scope.declarations[id];
  if (declaration?.kind !== 'variable') return undefined;
  const { parent } = declaration.node;
  if (isVariableDeclaration(parent)) return parent.initializer && follow(parent.initializer);
  return isBindingElement(parent) ? requestPattern(parent, tree, scope) : undefined;
}

/** `const { key } = req.body`. */
function requestPattern(element: Node, tree: SourceFile, scope: FileScope): KeyChoice | undefined {
  const holder = element.parent.parent;
  if (!isVariableDeclaration(holder) || holder.initializer === undefined) return undefined;
  const source = withoutWrappers(holder.initializer);
  if (!isPropertyAccessExpression(source) || !PARTS.has(source.name.text) || !isOfParameter(source, scope))
    return undefined;
  const span = spanOf(source, tree);
  return { kind: 'request', name: tree.text.slice(span.start, span.end), span };
}

/** `req.body.key`, `req.headers['x-key']`, `c.req.query('key')`, `request.headers.get('x-key')`. */
function isRequestPart(node: Node, scope: FileScope): boolean {
  if (isCallExpression(node)) {
    const { expression: callee } = node;
    if (!isPropertyAccessExpression(callee) || !READERS.has(callee.name.text)) return false;
    const { expression: object } = callee;
    const name = isPropertyAccessExpression(object) ? object.name.text : isIdentifier(object) ? object.text : '';
    return (name === 'headers' || /^req(?:uest)?$/.test(name)) && isOfParameter(object, scope);
  }
  if (!isPropertyAccessExpression(node) && !isElementAccessExpression(node)) return false;
  const object = withoutWrappers(node.expression);
  return isPropertyAccessExpression(object) && PARTS.has(object.name.text) && isOfParameter(object, scope);
}

function isOfParameter(expression: Node, scope: FileScope): boolean {
  let root = expression;
  while (isPropertyAccessExpression(root) || isElementAccessExpression(root)) root = root.expression;
  if (!isIdentifier(root) || !/^(?:req(?:uest)?|ctx|context|c|event)$/.test(root.text)) return false;
  const id = scope.find(root.text, root);
  return id !== undefined && scope.declarations[id]?.kind === 'parameter';
}
