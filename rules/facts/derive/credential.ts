import { wordSet, wordsOf } from '../../text/words';
import { WHOLE } from '../../world';
import type { Flow, Leaf, Setting } from '../schema';
import { givesOther, judgeName, type NameVerdict, opensOneThing, saysOther, saysWhoseToken } from './credentialName';

/** Why a value counts as a credential. */
export interface CredentialEvidence {
  readonly strength: 'origin' | 'literal' | 'strong-name' | 'weak-name';
  /** The name that told; absent where the value itself did. */
  readonly name: string | undefined;
  readonly leaf: Leaf | undefined;
}

/** A compact JWS: two base64url JSON objects and a signature. */
const JWT_LITERAL = /^(?:Bearer\s+)?eyJ[\w-]{8,}\.eyJ[\w-]*\.[\w-]*$/;

/** Texts that hold a flag or nothing, whatever their name says. */
const NO_CREDENTIAL = /^(?:|true|false|null|undefined|none|deleted|expired|logged[-_ ]?(?:out|in)|0|1|yes|no|on|off)$/i;

/** A name in the place of a token says how somebody got in: `autoLogin`. */
const NAME = /^[a-z]+(?:[A-Z][a-z]+)+$/;

/** What a box of a form says: whether somebody wants to be remembered, which is no cookie that remembers them. */
const BOX = /^(?:(?:is )?checked|remember(?: me)?)$/;

function isFlag(text: string): boolean {
  return NO_CREDENTIAL.test(text) || (NAME.test(text) && judgeName(text) === undefined);
}

/** Whether what is kept under `keys` is a credential: by where it comes from, by what it is, or by its names. */
export function findCredential(
  keys: Setting<string> | undefined,
  value: Flow,
  position: 'cookie' | 'other',
): CredentialEvidence | undefined {
  const keyNames = keys?.values.map((one) => one.value) ?? [];
  const keyVerdicts = keyNames.map((name) => judgeName(name, position));
  if (keyVerdicts.includes('never') || isCalledOther(keys)) return undefined;

  const leaves = value.leaves.filter(mayBeCredential);
  if (value.leaves.length > 0 && leaves.length === 0) return undefined;
  const origin = leaves.find((leaf) => leaf.origin.kind === 'credential');
  if (origin !== undefined) return { strength: 'origin', name: undefined, leaf: origin };
  const literal = leaves.find(
    ({ origin: { kind, ...rest } }) => kind === 'literal' && 'value' in rest && JWT_LITERAL.test(String(rest.value)),
  );
  if (literal !== undefined) return { strength: 'literal', name: undefined, leaf: literal };

  // Under the key `tokens`, `designTokens` are what they are.
  if (leaves.length > 0 && leaves.every(({ names }) => firstDecisive(names)?.verdict === 'never')) return undefined;
  for (const [index, verdict] of keyVerdicts.entries()) {
    if (verdict === 'weak' && opensOneThing(keyNames[index] ?? '')) return undefined;
    if (verdict !== undefined) return byName(verdict, keyNames[index], leaves[0]);
  }
  if (leaves.some(isOfPush)) return undefined;
  const ending = keys?.endings?.find(saysWhoseToken);
  if (ending !== undefined) return byName('strong', ending.replace(/^\W+/, ''), leaves[0]);
  const found =
    findByNames(leaves) ??
    findByHolder(leaves) ??
    (position === 'other' ? findInParts(leaves, keyNames[0]) : undefined);
  return found !== undefined && keys !== undefined && isOfOther(keys) ? undefined : found;
}

function findByNames(leaves: readonly Leaf[]): CredentialEvidence | undefined {
  for (const leaf of leaves) {
    const found = firstDecisive(leaf.names);
    if (found !== undefined && found.verdict !== 'never') return byName(found.verdict, found.name, leaf);
  }
  return undefined;
}

/** What an answer holds together, each of them a token: `{ access, refresh }`. */
const PAIR: readonly string[] = ['access', 'refresh'];

/** What its name says only together with what it is read off. */
function findByHolder(leaves: readonly Leaf[]): CredentialEvidence | undefined {
  for (const leaf of leaves) {
    const { names, origin } = leaf;
    const name = names.find((one) => PAIR.includes(one));
    if (name === undefined || origin.kind !== 'unknown') continue;
    const siblings = origin.siblings();
    if (PAIR.every((one) => siblings.includes(one))) return byName('strong', name, leaf);
  }
  return undefined;
}

/** Whether the keys are those of something else, or are called so where nothing tells what they are. */
function isOfOther({ values, complete, unknowns }: Setting<string>): boolean {
  if (values.length > 0) return complete && values.every(({ value }) => saysOther(value));
  return unknowns?.().some(({ names }) => firstDecisive(names)?.verdict === 'never') === true;
}

/** `CSRF_COOKIE_NAME`, `config.xsrfCookie`: what holds a name that is not known says what it is not. */
function isCalledOther(keys: Setting<string> | undefined): boolean {
  const unknowns = keys?.unknowns?.() ?? [];
  return unknowns.some(({ names }) => names.some((name) => wordsOf(name).some((word) => OF_FORMS.has(word))));
}

/** Words of tokens that go along with a form, and with nothing else. */
const OF_FORMS = wordSet('csrf xsrf');

/** `{ token, subscriptionOptions: { vapidKey } }`: what a push service reaches a browser by. */
const PUSH_MEMBERS = wordSet('subscriptionOptions pushSubscription vapidKey p256dh swScope fcmSenderId');

function isOfPush({ names, origin }: Leaf): boolean {
  if (names.some((name) => PUSH_MEMBERS.has(name))) return true;
  return origin.kind === 'unknown' && origin.parts().some((part) => PUSH_MEMBERS.has(part));
}

/** Members of what is traded on a chain, or taken off a text, and is called a token there. */
const OTHER_MEMBERS = wordSet('address symbol logouri contractaddress mintaddress lexeme lemma kind label');

/** Whether a value shows that it signs nobody in, whatever it is called: by what gives it, its members or its type. */
export function isOfOthers({ names, origin }: Leaf): boolean {
  if (origin.kind !== 'unknown' && origin.kind !== 'environment') return false;
  if (names.some(givesOther)) return true;
  if (origin.kind === 'environment') return false;
  if (isOtherMember(names[0] ?? '') || origin.givers().some(givesOther)) return true;
  if (givesOther(origin.typeName() ?? '')) return true;
  const members = [...origin.parts(), ...origin.typedParts(), ...origin.elementParts()];
  return members.some(isOtherMember) && members.every((name) => judgeName(name) === undefined);
}

function isOtherMember(name: string): boolean {
  return OTHER_MEMBERS.has(name.toLowerCase());
}

/** A value that is kept as a whole, off which the code around reads a credential. */
function findInParts(leaves: readonly Leaf[], key: string | undefined): CredentialEvidence | undefined {
  for (const leaf of leaves) {
    if (leaf.names.some((one) => judgeName(one) === 'never')) continue;
    if (leaf.origin.kind !== 'unknown') continue;
    const { origin } = leaf;
    const isCredential = (part: string): boolean => judgeName(part) === 'strong';
    const parts = origin.parts();
    const whole = parts.includes(WHOLE) ? key : undefined;
    const name = parts.find(isCredential) ?? origin.typedParts().find(isCredential) ?? whole;
    if (name !== undefined) return byName('strong', name, leaf);
  }
  return undefined;
}

function byName(verdict: NameVerdict, name: string | undefined, leaf: Leaf | undefined): CredentialEvidence {
  return { strength: verdict === 'strong' ? 'strong-name' : 'weak-name', name, leaf };
}

function firstDecisive(names: readonly string[]): { readonly name: string; readonly verdict: NameVerdict } | undefined {
  for (const name of names) {
    const verdict = judgeName(name);
    if (verdict !== undefined) return { name, verdict };
  }
  return undefined;
}

function mayBeCredential(leaf: Leaf): boolean {
  const { origin, names } = leaf;
  switch (origin.kind) {
    case 'unknown':
      return !BOX.test(wordsOf(names[names.length - 1] ?? '').join(' ')) && !isOfOthers(leaf);
    case 'environment':
      return !isOfOthers(leaf);
    case 'nothing':
    case 'identifier':
    case 'function':
      return false;
    case 'literal':
      return typeof origin.value === 'string' && !isFlag(origin.value.trim());
    default:
      return true;
  }
}
