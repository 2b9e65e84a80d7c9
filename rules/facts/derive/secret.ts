import { wordSet, wordsOf } from '../../text/words';
import { WELL_KNOWN_SECRETS } from '../../token';
import type { Flow, Leaf } from '../schema';

/** A secret that is written in source. */
export interface LiteralSecret {
  readonly leaf: Leaf;
  readonly form: 'text' | 'private-key';
  /** In every list that attackers try first. */
  readonly isWellKnown: boolean;
}

/** The first line of a private key, of whatever algorithm. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
/** What everybody may have: a public key, a certificate, or the address of one. */
const PUBLIC_TEXT = /-----BEGIN [A-Z0-9 ]*(?:PUBLIC KEY|CERTIFICATE)-----|^https?:\/\//;
/** A SubjectPublicKeyInfo of RSA, P-256 or Ed25519 in base64 (RFC 5280 4.1, RFC 8410). */
const PUBLIC_DER = /^(?:MII[A-Za-z0-9+/]IjANBgkqhkiG9w0BAQEF|MFkwEwYHKoZIzj0CAQ|MCowBQYDK2VwAyEA)/;
/** Words of names of keys that everybody may have. */
const PUBLIC_WORDS = new Set(['public', 'pub', 'cert', 'certificate']);
/** What a JWK says beside its private members (RFC 7517 4, RFC 7518 6), and what options beside a key say. */
const PUBLIC_MEMBERS = wordSet(
  'kty use key_ops alg kid crv x y n e x5c x5t x5u algorithm algorithms encoding format id type version',
);
/** Texts that stand where somebody is to write the secret. */
const PLACEHOLDER =
  /^(?:<.*>|\{\{.*\}\}|\$\{.*\}|your[-_ ].*|enter[-_ ].*|(?:dummy|fake)(?:[-_ ](?:secret|key|token))?|n\/a|\*+|x{3,}|\.{3})$/i;
/** A path to the file that holds the key is no key. */
const KEY_FILE = /\.(?:pem|key|crt|cer|pub|json)$/i;

/** The literals that reach a key: hard-coded secrets, where nothing says that they are public or placeholders. */
export function literalSecrets({ leaves }: Flow): readonly LiteralSecret[] {
  return leaves.flatMap(literalsIn).flatMap((leaf): readonly LiteralSecret[] => {
    const { origin, names, guarded, isPiece, isFallback } = leaf;
    if (guarded || isPiece || origin.kind !== 'literal' || typeof origin.value !== 'string') return [];
    const text = origin.value.trim();
    if (!mayBeSecret(text, names)) return [];
    if (PUBLIC_MEMBERS.has(names[names.length - 1] ?? '')) return [];
    // What stands in for a variable of the environment is used as it is.
    if (!isFallback && names.some((name) => isSameName(name, text))) return [];
    return [{ leaf, form: PRIVATE_KEY.test(text) ? 'private-key' : 'text', isWellKnown: isWellKnown(text) }];
  });
}

/** A leaf, or what a function gives that is asked for the key. A signer of one's own, in place of the key, is not asked. */
function literalsIn(leaf: Leaf): readonly Leaf[] {
  const isAsked = leaf.origin.kind === 'function' && !leaf.guarded && !SIGNER_METHODS.has(leaf.names.at(-1) ?? '');
  return leaf.origin.kind === 'function' && isAsked ? leaf.origin.gives() : [leaf];
}

/** What libraries call of a signer: that of `cookie-signature`, of @fastify/cookie, of keygrip. */
const SIGNER_METHODS = wordSet('sign unsign verify index');

/** Whether a text under these names can be a secret: nothing says that it is public, a placeholder or a path. */
export function mayBeSecret(text: string, names: readonly string[]): boolean {
  return text !== '' && !isPublic(text, names) && !KEY_FILE.test(text) && !PLACEHOLDER.test(text);
}

function isPublic(text: string, names: readonly string[]): boolean {
  if (PUBLIC_TEXT.test(text) || PUBLIC_DER.test(text)) return true;
  return !PRIVATE_KEY.test(text) && names.flatMap(wordsOf).some((word) => PUBLIC_WORDS.has(word));
}

/** `JWT_SECRET = 'JWT_SECRET'` names a secret, as keys of configurations do; `secret: 'secret'` is one. */
function isSameName(name: string, text: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && words.join('') === wordsOf(text).join('');
}

const wellKnown = new Set(WELL_KNOWN_SECRETS);

/** Whether a secret is one that attackers try first. */
export function isWellKnown(text: string): boolean {
  return wellKnown.has(text) || wellKnown.has(text.toLowerCase());
}
