import type { LiveModule } from '../../resolve/module/module';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type Node, nodeAt } from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { KeptPart } from '../../world';
import { judgeName } from '../derive/credentialName';

/** The name of a token behind a chain of members and calls on the same line. */
const CHAIN = String.raw`[\w\s$.?!()]{0,80}\.\s*\w*(?:[Tt]oken|[Jj]wt)\b`;

/** What a file shows that sends a part of something with a request, or takes it out of a state. */
export const SENT_PART = String.raw`['"\`](?:[Bb]earer|JWT|Token) (?:\$\{|['"]\s*\+)${CHAIN}|\bgetState\(\)${CHAIN}`;

const SENT_PARTS = new RegExp(SENT_PART, 'g');

/** Who is signed in, as people call it, and what they add to that. */
const PERSONS = wordSet('user auth session account login admin customer member employee profile credentials');
const ADDED = wordSet('info data details state');
/** What they put before it. */
const BEFORE = wordSet('current logged in signed auth my');

/** Stands before what is read off the same one under any of the usual names: no key of a storage looks like that. */
const ANY_NAME = 'whoever is signed in as ';

/** One who is signed in, under whichever of the usual names: `user` of `currentUser` and `userInfo`; `undefined` of others. */
export function signedInKey(name: string): string | undefined {
  const words = personWords(name);
  const last = words[words.length - 1];
  return last !== undefined && words.slice(0, -1).every((word) => BEFORE.has(word)) ? `${ANY_NAME}${last}` : undefined;
}

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
    if (key === undefined || personWords(key).length === 0) return [];
    const other = signedInKey(key);
    return [key, ...(other === undefined ? [] : [other])].map((one) => ({ key: one, name: name.text }));
  });
}

function lastNameOf(node: Node): string | undefined {
  if (isIdentifier(node)) return node.text;
  if (isPropertyAccessExpression(node)) return node.name.text;
  return isCallExpression(node) || !('expression' in node) ? undefined : lastNameOf(node.expression as Node);
}

/** The words of a name, up to that of one who is signed in; none of a name of something else. */
function personWords(name: string): readonly string[] {
  const words = wordsOf(name).flatMap((word) => (word === 'userinfo' ? ['user', 'info'] : [word]));
  const end = ADDED.has(words[words.length - 1] ?? '') ? words.length - 1 : words.length;
  return PERSONS.has(words[end - 1] ?? '') ? words.slice(0, end) : [];
}
