import type { FileScope } from '../../resolve/scope/scope';
import {
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
} from '../../syntax';

/** `const { v1: uuid } = require('uuid')` */
function isRequired(name: Node): boolean {
  let declared = name.parent;
  while (isBindingElement(declared) || isObjectBindingPattern(declared)) declared = declared.parent;
  const made = isVariableDeclaration(declared) ? declared.initializer : undefined;
  return (
    made !== undefined && isCallExpression(made) && isIdentifier(made.expression) && made.expression.text === 'require'
  );
}

/** `crypto.randomInt`: what a package or the platform has, under whatever name the file has a function, too. */
export function isMemberOfOthers(callee: Node, scope: FileScope): boolean {
  if (!isPropertyAccessExpression(callee) || !isIdentifier(callee.expression)) return false;
  const { text } = callee.expression;
  const declaration = scope.declarations[scope.find(text, callee) ?? -1];
  if (declaration === undefined) return text !== 'exports';
  return declaration.kind === 'import' || (declaration.kind === 'variable' && isRequired(declaration.node));
}
