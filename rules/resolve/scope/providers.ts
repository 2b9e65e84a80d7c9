import {
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  type Node,
  type ObjectLiteralExpression,
  type SourceFile,
  spanOf,
} from '../../syntax';
import { callTerm, elementTerm } from '../lower/madeTerms';
import type { CallTerm, Term } from '../lower/term';

/** What a provider of a dependency provides: `Token` of `{ provide: Token, useClass: Own }`, as Angular is told. */
export function providedBy({ properties }: ObjectLiteralExpression): Node | undefined {
  for (const property of properties) {
    if (!isPropertyAssignment(property) || !isIdentifier(property.name) || property.name.text !== 'provide') continue;
    const { initializer } = property;
    const isName = isIdentifier(initializer) || isStringLiteral(initializer) || isPropertyAccessExpression(initializer);
    return isName ? initializer : undefined;
  }
  return undefined;
}

/** `{ provide: Token, useClass: Own }` as the call `Token({ provide: Token, useClass: Own })`. */
export function lowerProvider(
  node: ObjectLiteralExpression,
  provided: Node,
  lower: (node: Node) => Term,
  tree: SourceFile,
): CallTerm {
  const span = spanOf(node, tree);
  return { ...callTerm(lower(provided), [elementTerm(lower(node), span)], span), form: 'provider' };
}
