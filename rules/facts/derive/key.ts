import { wordSet, wordsOf } from '../../text/words';
import type { Flow, Leaf } from '../schema';

/** What a verification key is, as far as its value, its origin or its name tells. */
export type KeyKind = 'secret' | 'asymmetric' | 'key-set' | 'callback' | 'nothing' | 'unknown';

/** Words of names of keys that come in pairs, or of where such keys are published; and what their texts and files look like. */
const ASYMMETRIC_WORDS = wordSet('public pub pem cert certificate x509 jwks jwk rsa ecdsa spki');
const PEM = /-----BEGIN [A-Z0-9 ]*(?:KEY|CERTIFICATE)-----/;
const PEM_FILE = /\.(?:pem|crt|cer|pub|key)$/i;

/** The kind of a key; `unknown` when its leaves disagree. */
export function keyKindOf({ leaves }: Flow): KeyKind {
  const kinds = new Set(leaves.map(kindOfLeaf));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : 'unknown';
}

/** Words of names of keys that everybody may have, and what their texts look like. */
const PUBLIC_WORDS = wordSet('public pub cert certificate x509 spki');
const PUBLIC_PEM = /-----BEGIN [A-Z0-9 ]*(?:PUBLIC KEY|CERTIFICATE)-----/;

/** Whether a key is certainly one that everybody may have: by its text, its origin or its name. */
export function isPublicKey({ leaves, complete }: Flow): boolean {
  return complete && leaves.length > 0 && leaves.every(isPublicLeaf);
}

/** Whether a key is certainly one of a set that its owner publishes, for all who take his tokens. */
export function isSharedKey({ leaves }: Flow): boolean {
  return leaves.length > 0 && leaves.every(isSharedLeaf);
}

function isSharedLeaf({ origin }: Leaf): boolean {
  switch (origin.kind) {
    case 'key':
      return origin.form === 'set';
    case 'function':
      return origin.usesKeySet();
    case 'literal':
      return /^https:\/\//.test(String(origin.value));
    default:
      return false;
  }
}

/** Whether a key is certainly a secret: by its value or its name. That an option is called `secret` does not tell. */
export function isSecretKey(key: Flow): boolean {
  return key.complete && keyKindOf(key) === 'secret' && !isPublicKey(key) && key.leaves.every(isSecretLeaf);
}

function isSecretLeaf({ origin, names }: Leaf): boolean {
  if (origin.kind === 'literal' || origin.kind === 'key') return true;
  const all = origin.kind === 'environment' && origin.name !== undefined ? [...names, origin.name] : names;
  return all.some((name) => name !== 'secret' && wordsOf(name).some((word) => word === 'secret' || word === 'hmac'));
}

function isPublicLeaf({ origin, names }: Leaf): boolean {
  switch (origin.kind) {
    case 'literal':
      return PUBLIC_PEM.test(String(origin.value));
    case 'key':
      return origin.type === 'asymmetric' && origin.form === 'single';
    case 'environment':
      return saysPublic([...(origin.name === undefined ? [] : [origin.name]), ...names]);
    case 'unknown':
      return saysPublic(names);
    default:
      return false;
  }
}

function saysPublic(names: readonly string[]): boolean {
  return names.some((name) => {
    const words = wordsOf(name);
    return !takesBoth(words) && words.some((word) => PUBLIC_WORDS.has(word));
  });
}

function kindOfLeaf({ origin, names }: Leaf): KeyKind {
  switch (origin.kind) {
    case 'literal':
      if (origin.value === null || origin.value === '' || origin.value === false) return 'nothing';
      return isAsymmetricText(String(origin.value)) ? 'asymmetric' : 'secret';
    case 'nothing':
      return 'nothing';
    case 'key':
      return origin.form === 'set' || origin.form === 'local-set' ? 'key-set' : origin.type;
    case 'function':
      return 'callback';
    case 'environment':
      return kindOfNames([...(origin.name === undefined ? [] : [origin.name]), ...names]);
    default:
      return kindOfNames(names);
  }
}

function isAsymmetricText(text: string): boolean {
  return PEM.test(text) || PEM_FILE.test(text);
}

/** Whether a name is that of a key of either kind: `secretOrPublicKey`. */
function takesBoth(words: readonly string[]): boolean {
  return words.includes('or');
}

function kindOfNames(names: readonly string[]): KeyKind {
  for (const name of names) {
    const words = wordsOf(name);
    if (takesBoth(words)) continue;
    if (words.some((word) => ASYMMETRIC_WORDS.has(word))) return 'asymmetric';
    if (words.some((word) => word === 'secret' || word === 'secrets' || word === 'hmac')) return 'secret';
  }
  return 'unknown';
}
