import { wordsOf } from '../../text/words';
import type { Flow, Leaf } from '../schema';

/** What a verification key is, as far as its value, its origin or its name tells. */
export type KeyKind = 'secret' | 'asymmetric' | 'key-set' | 'callback' | 'nothing' | 'unknown';

const ASYMMETRIC_WORDS = new Set('public pub pem cert certificate x509 jwks jwk rsa ecdsa spki'.split(' '));
const PEM = /-----BEGIN [A-Z0-9 ]*(?:KEY|CERTIFICATE)-----/;
const PEM_FILE = /\.(?:pem|crt|cer|pub|key)$/i;

/** The kind of a key; `unknown` when its leaves disagree. */
export function keyKindOf({ leaves }: Flow): KeyKind {
  const kinds = new Set(leaves.map(kindOfLeaf));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : 'unknown';
}

function kindOfLeaf({ origin, names }: Leaf): KeyKind {
  switch (origin.kind) {
    case 'literal':
      if (origin.value === null || origin.value === '' || origin.value === false) return 'nothing';
      return isAsymmetricText(String(origin.value)) ? 'asymmetric' : 'secret';
    case 'nothing':
      return 'nothing';
    case 'key':
      return origin.form === 'set' ? 'key-set' : origin.type;
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

function kindOfNames(names: readonly string[]): KeyKind {
  for (const name of names) {
    const words = wordsOf(name);
    // `secretOrKey` takes both.
    if (words.includes('or')) continue;
    if (words.some((word) => ASYMMETRIC_WORDS.has(word))) return 'asymmetric';
    if (words.some((word) => word === 'secret' || word === 'secrets' || word === 'hmac')) return 'secret';
  }
  return 'unknown';
}
