import type { Node } from '../../syntax';
import type { Span } from '../../text/span';
import type { LoweringContext } from './lower';
import type { Term } from './term';

/** What a name means where it stands. */
export function lowerName(name: string, node: Node, span: Span, context: LoweringContext): Term {
  const binding = context.findBinding(name, node);
  if (binding !== undefined)
    return { kind: 'reference', binding, name, function: context.enclosingFunction(node), span };
  if (name === 'undefined') return { kind: 'undefined', span };
  const store = name.startsWith('$') ? context.findBinding(name.slice(1), node) : undefined;
  // What a store of Svelte holds: `$token`.
  if (store !== undefined && name.length > 1) {
    const object: Term = {
      kind: 'reference',
      binding: store,
      name: name.slice(1),
      function: context.enclosingFunction(node),
      span,
    };
    return { kind: 'member', object, key: 'value', span, keySpan: span };
  }
  // An expression that is not typed yet is an identifier without a name.
  if (name === '') return { kind: 'unknown', span };
  return { kind: 'global', name, span };
}
