import { wordSet, wordsOf } from '../../text/words';
import type { FactOf, Flow, Leaf } from '../schema';
import { judgeName } from './credentialName';
import { isSecretName, wordsOfSecret } from './secretName';

/** A secret, and what somebody from outside tries to match it with. */
export interface ComparedSecret {
  /** `computed`: with a key; `configured`: from the environment; `kept`: in a record or a session. */
  readonly kind: 'computed' | 'configured' | 'kept';
  readonly secret: Leaf;
  readonly outside: Leaf;
  /** What the secret is called. */
  readonly name: string | undefined;
}

/** Words by which functions call the signature that they are to check. */
const SIGNATURE_WORDS = wordSet(
  'signature signatures sig sigs sign signed hmac mac digest hash token hub provided received given actual candidate auth state cookie',
);
/** Words by which functions call the credential that they are to check. */
const CREDENTIAL_WORDS = wordSet(
  'token tokens secret password passwd pass passphrase apikey auth authorization authorisation bearer credential credentials',
);
/** Words of variables of the environment whose value nobody else knows. */
const CONFIGURED_WORDS = wordSet('token secret password passwd passphrase pass pwd apikey');
/** What is meant to be known is no secret, whatever it ends in. */
const PUBLIC_WORDS = wordSet('public publishable site anon');
const PUBLIC_PREFIX = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|PUBLIC|NUXT_PUBLIC|GATSBY)_/;
/** Words before the last by which a property of a record is a credential: `user.refreshToken`. */
const STORED_CREDENTIAL = wordSet('refresh access api session auth bearer');

/** The secret of a comparison that whoever sends the request can try to match; `undefined`: there is none. */
export function comparedSecret({ attributes }: FactOf<'SecretCompare'>): ComparedSecret | undefined {
  const { left, right, isSearch } = attributes;
  return pairOf(left, right, isSearch.constant) ?? pairOf(right, left, isSearch.constant);
}

/** Where something lies is no secret, whatever lies there: `routes.accessToken`, compared with a path. */
const ADDRESS_WORDS = wordSet(
  'path paths pathname url urls uri uris href route routes endpoint endpoints location origin host hostname',
);

function isAddress({ names }: Leaf): boolean {
  return names.some((name) => wordsOf(name).some((word) => ADDRESS_WORDS.has(word)));
}

/** `newRefreshToken !== refreshToken` asks whether there is another one now, and not whether it is the right one. */
function isSuccessor({ names: [name = ''] }: Leaf): boolean {
  return /^(?:new|next|rotated|updated|refreshed)$/.test(wordsOf(name)[0] ?? '');
}

function pairOf(secrets: Flow, others: Flow, isSearch: boolean): ComparedSecret | undefined {
  for (const secret of secrets.leaves) {
    const kind = kindOf(secret);
    if (kind === undefined || (isSearch && kind !== 'computed') || isAddress(secret)) continue;
    if (kind === 'kept' && isSuccessor(secret)) continue;
    const outside = others.leaves.find((leaf) => isOutside(leaf, kind) && !isAddress(leaf));
    if (outside !== undefined) return { kind, secret, outside, name: nameOf(secret, kind) };
  }
  return undefined;
}

function nameOf({ origin, names }: Leaf, kind: ComparedSecret['kind']): string | undefined {
  if (kind === 'kept') return names.find(isStoredSecret);
  if (kind === 'configured' && origin.kind === 'environment') return origin.name;
  // The last name of what is computed is that of the function.
  return kind === 'computed' && names.length < 2 ? undefined : names[0];
}

function kindOf(leaf: Leaf): ComparedSecret['kind'] | undefined {
  const { origin, names } = leaf;
  if (origin.kind === 'digest') return origin.isKeyed ? 'computed' : undefined;
  if (origin.kind === 'environment') return isConfigured(origin.name ?? names[0]) ? 'configured' : undefined;
  if (origin.kind !== 'unknown' || origin.at !== 'property' || origin.source() === 'request') return undefined;
  return names.some(isStoredSecret) ? 'kept' : undefined;
}

function isConfigured(name: string | undefined): boolean {
  if (name === undefined || PUBLIC_PREFIX.test(name)) return false;
  const words = wordsOfSecret(name);
  if (words.some((word) => PUBLIC_WORDS.has(word))) return false;
  return CONFIGURED_WORDS.has(words[words.length - 1] ?? '') || isSecretName(name);
}

/** The strong names only: an `inviteToken` of a record is looked up more often than it is kept secret. */
function isStoredSecret(name: string): boolean {
  if (isSecretName(name)) return true;
  const words = wordsOf(name);
  return judgeName(name) === 'strong' && words.length > 1 && STORED_CREDENTIAL.has(words[words.length - 2] ?? '');
}

/** Whether somebody from outside hands a value in: in the request, or to a function that says what it checks. */
function isOutside({ origin, names }: Leaf, kind: ComparedSecret['kind']): boolean {
  if (origin.kind !== 'unknown') return false;
  const source = origin.source();
  if (source !== 'caller') return source === 'request';
  if (kind === 'kept') return false;
  // A record that is handed in is not what somebody tries.
  if (kind === 'configured') return origin.at === 'parameter' && names.some((name) => says(name, CREDENTIAL_WORDS));
  return names.some((name) => says(name, SIGNATURE_WORDS));
}

function says(name: string, vocabulary: ReadonlySet<string>): boolean {
  return isSecretName(name) || wordsOf(name).some((word) => vocabulary.has(word));
}
