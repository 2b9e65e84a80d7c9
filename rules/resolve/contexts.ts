import {
  type CallExpression,
  isIdentifier,
  isJsxExpression,
  isJsxSpreadAttribute,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type JsxOpeningLikeElement,
  type Node,
  withoutWrappers,
} from '../syntax';
import { isComponentTag } from './components';
import type { FileScope } from './scope';

/** `createContext`, by whatever it is called on. */
export function makesContext({ expression: callee }: CallExpression): boolean {
  const name = isPropertyAccessExpression(callee) ? callee.name : callee;
  return isIdentifier(name) && name.text === 'createContext';
}

/** What components of the same file provide of a context that it makes: `<Auth value={…}>`, `<Auth.Provider value={…}>`. */
export function providedValues(made: CallExpression, scope: FileScope): readonly Node[] {
  let { parent }: Node = made;
  while (withoutWrappers(parent) !== parent) parent = parent.parent;
  if (!isVariableDeclaration(parent) || !isIdentifier(parent.name)) return [];
  const context = scope.find(parent.name.text, parent.name);
  if (context === undefined) return [];
  return scope.declaredCalls.flatMap(({ node }) => {
    if (!isComponentTag(node)) return [];
    const { tagName } = node;
    const name = isPropertyAccessExpression(tagName) && tagName.name.text === 'Provider' ? tagName.expression : tagName;
    const isOwn = isIdentifier(name) && scope.find(name.text, name) === context;
    const value = isOwn ? givenValue(node) : undefined;
    return value === undefined ? [] : [value];
  });
}

function givenValue({ attributes }: JsxOpeningLikeElement): Node | undefined {
  for (const one of attributes.properties) {
    if (isJsxSpreadAttribute(one) || !isIdentifier(one.name) || one.name.text !== 'value') continue;
    const { initializer } = one;
    return initializer !== undefined && isJsxExpression(initializer) ? initializer.expression : undefined;
  }
  return undefined;
}
