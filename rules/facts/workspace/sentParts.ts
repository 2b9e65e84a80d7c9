import type { LiveModule } from '../../resolve/module';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type Node, nodeAt } from '../../syntax';
import { wordsOf } from '../../text/words';
import type { KeptPart } from '../../world';
import { judgeName } from '../derive/credentialName';

/** The name of a token behind a chain of members and calls on the same line. */
const CHAIN = String.raw`[\w\s$.?!()]{0,80}\.\s*\w*(?:[Tt]oken|[Jj]wt)\b`;

/** What a file shows that sends a part of something with a request, or takes it out of a state. */
export const SENT_PART = String.raw`['"\`](?:[Bb]earer|JWT|Token) (?:\$\{|['"]\s*\+)${CHAIN}|\bgetState\(\)${CHAIN}`;

const SENT_PARTS = new RegExp(SENT_PART, 'g');

/** Who is signed in, as people call it, and what they add to that. */
const PERSONS = new Set(
  'user userinfo auth session account login admin customer member employee profile credentials'.split(' '),
);
const ADDED = new Set('info data details state'.split(' '));

/**
 * The credentials that client code reads off what is called as one who is signed in: `Bearer ${user.token}`. What is kept under
 * that name holds them too: states are often filled from there.
 */
export function partsSent(module: LiveModule): readonly KeptPart[] {
  const { tree, runtimes } = module;
  return Array.from(tree.text.matchAll(SENT_PARTS)).flatMap(({ index, 0: text }): readonly KeptPart[] => {
    const name = nodeAt(tree, index + text.length - 1);
    const { parent } = name;
    if (!isIdentifier(name) || !isPropertyAccessExpression(parent) || parent.name !== name) return [];
    if (judgeName(name.text) !== 'strong' || runtimes.at(name) === 'server') return [];
    const key = lastNameOf(parent.expression);
    return key !== undefined && isPerson(key) ? [{ key, name: name.text }] : [];
  });
}

function lastNameOf(node: Node): string | undefined {
  if (isIdentifier(node)) return node.text;
  if (isPropertyAccessExpression(node)) return node.name.text;
  return isCallExpression(node) || !('expression' in node) ? undefined : lastNameOf(node.expression as Node);
}

function isPerson(name: string): boolean {
  const words = wordsOf(name);
  const end = ADDED.has(words[words.length - 1] ?? '') ? words.length - 1 : words.length;
  return PERSONS.has(words[end - 1] ?? '');
}
