import { isMemberAssignment } from '../../resolve/scope/scope';
import { isPropertyAccessExpression, type Node, withoutWrappers } from '../../syntax';
import type { Fact } from '../schema';

/** A cookie whose text goes to `document.cookie` is one that a script writes, whoever else makes such texts. */
export function asWrittenByPage(fact: Fact, node: Node): Fact {
  if (fact.kind !== 'CookieWrite' || fact.attributes.by.constant === 'script' || !isForPage(node)) return fact;
  return { ...fact, attributes: { ...fact.attributes, by: { constant: 'script' } } };
}

function isForPage({ parent }: Node): boolean {
  if (!isMemberAssignment(parent) || !isPropertyAccessExpression(parent.left)) return false;
  const { name, expression } = parent.left;
  const owner = withoutWrappers(expression);
  const { text, name: member } = owner as Node & { text?: string; name?: { text?: string } };
  return name.text === 'cookie' && (text ?? member?.text) === 'document';
}
