import type { LiveModule } from '../../resolve/module/module';
import {
  type BindingElement,
  isArrowFunction,
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  nodeAt,
} from '../../syntax';
import { wordSet, wordsOf } from '../../text/words';
import type { KeptPart } from '../../world';
import { judgeName } from '../derive/credentialName';

/** The name of a token. */
const TOKEN = String.raw`\s*\w*(?:[Tt]oken|[Jj]wt)\b`;
/** A chain of members and calls on the same line. */
const CHAIN = String.raw`[\w\s$.?!()]{0,80}\.`;

/** What comes before what is sent as a bearer's. */
const SCHEME = String.raw`['"\`](?:[Bb]earer|JWT|Token) (?:\$\{|['"]\s*\+)`;
/** What a file shows that sends a part of something with a request, or takes it out of a state. */
const SENT_PART = new RegExp(String.raw`${SCHEME}${CHAIN}${TOKEN}|\bgetState\(\)${CHAIN}${TOKEN}`);
const SENT = new RegExp(`${SCHEME}${TOKEN}`);
/** What declares a name as a part of something. */
const TAKEN_PART = new RegExp(String.raw`[=>]${CHAIN}${TOKEN}|\{[^={};]{0,200}${TOKEN}[^={};]{0,200}\}\s*=`);
const SENT_PARTS = new RegExp(String.raw`${SCHEME}(?:${CHAIN})?${TOKEN}|\bgetState\(\)${CHAIN}${TOKEN}`, 'g');

/** Whether a text may send a credential that it takes off something. */
export function maySendPart(text: string): boolean {
  return SENT_PART.test(text) || (SENT.test(text) && TAKEN_PART.test(text));
}

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
    const sent = nodeAt(tree, index + text.length - 1);
    if (!isIdentifier(sent) || runtimes.at(sent) === 'server') return [];
    const { key, name } = partAt(sent, module) ?? {};
    if (key === undefined || name === undefined) return [];
    if (judgeName(name) !== 'strong' || personWords(key).length === 0) return [];
    const other = signedInKey(key);
    return [key, ...(other === undefined ? [] : [other])].map((one) => ({ key: one, name }));
  });
}

interface SentPart {
  /** What holds it, where that has a name. */
  readonly key: string | undefined;
  readonly name: string;
}

/** What a name is a part of: `user.token`, or what is declared as that. */
function partAt(name: Node & { readonly text: string }, { scope }: LiveModule): SentPart | undefined {
  const { parent } = name;
  if (isPropertyAccessExpression(parent)) return parent.name === name ? partOf(parent) : undefined;
  const declaration = scope.find(name.text, name);
  const declared = declaration === undefined ? undefined : scope.declarations[declaration]?.node;
  if (declared === undefined) return undefined;
  const { parent: holder } = declared;
  if (isVariableDeclaration(holder)) return partOf(chosen(holder.initializer));
  return isBindingElement(holder) ? partTaken(declared, holder) : undefined;
}

function partOf(node: Node | undefined): SentPart | undefined {
  return node !== undefined && isPropertyAccessExpression(node)
    ? { key: lastNameOf(node.expression), name: node.name.text }
    : undefined;
}

/** `token` of `const { user: { token } } = state`, and of `const { token } = user`. */
function partTaken(taken: Node, { propertyName, parent }: BindingElement): SentPart | undefined {
  if (!isObjectBindingPattern(parent)) return undefined;
  const { parent: holder } = parent;
  const name = (propertyName ?? taken).getText();
  if (isBindingElement(holder)) return { key: holder.propertyName?.getText(), name };
  const from = isVariableDeclaration(holder) ? chosen(holder.initializer) : undefined;
  return { key: from && lastNameOf(from), name };
}

/** What a function chooses of a state: `state.auth` of `useSelector((state) => state.auth)`. */
function chosen(node: Node | undefined): Node | undefined {
  const [first] = node !== undefined && isCallExpression(node) ? node.arguments : [];
  return first !== undefined && isArrowFunction(first) ? first.body : node;
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
