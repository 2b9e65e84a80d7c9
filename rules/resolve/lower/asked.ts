import { isCallExpression, isIdentifier, type Node, SyntaxKind } from '../../syntax';
import type { LoweringContext } from './lower';
import type { CallTerm } from './term';

/** `@Inject(TOKEN)` before a parameter or a field: what is asked of a container. */
export function askedByDecorator(node: Node, context: LoweringContext): CallTerm | undefined {
  const { modifiers = [] } = node as { modifiers?: readonly Node[] };
  for (const modifier of modifiers) {
    if (modifier.kind !== SyntaxKind.Decorator) continue;
    const { expression } = modifier as Node & { expression: Node };
    if (!isCallExpression(expression) || !isIdentifier(expression.expression)) continue;
    const term = /^inject$/i.test(expression.expression.text) ? context.lower(expression) : undefined;
    if (term?.kind === 'call') return term;
  }
  return undefined;
}
