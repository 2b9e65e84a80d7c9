import { wordsOf } from '../../text/words';
import { WELL_KNOWN_SECRETS } from '../../token';
import type { Flow, Leaf } from '../schema';

/** A secret that is written in source. */
export interface LiteralSecret {
  readonly leaf: Leaf;
  readonly form: 'text' | 'private-key';
  /** In every list that attackers try first. */
  readonly isWellKnown: boolean;
}

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const PUBLIC_TEXT = /-----BEGIN [A-Z0-9 ]*(?:PUBLIC KEY|CERTIFICATE)-----|^https?:\/\//;
const PLACEHOLDER = /^(?:<.*>|\{\{.*\}\}|\$\{.*\}|your[-_ ].*|enter[-_ ].*|dummy|n\/a|\*+|x{3,}|\.{3})$/i;
/** A path to the file that holds the key is no key. */
const KEY_FILE = /\.(?:pem|key|crt|cer|pub|json)$/i;

/** The literals that reach a key: hard-coded secrets, where nothing says that they are public or placeholders. */
export function literalSecrets({ leaves }: Flow): readonly LiteralSecret[] {
  return leaves.flatMap((leaf): readonly LiteralSecret[] => {
    const { origin, names, guarded } = leaf;
    if (guarded || origin.kind !== 'literal' || typeof origin.value !== 'string') return [];
    const text = origin.value.trim();
    if (text === '' || PUBLIC_TEXT.test(text) || KEY_FILE.test(text) || PLACEHOLDER.test(text)) return [];
    if (names.some((name) => isSameName(name, text))) return [];
    return [{ leaf, form: PRIVATE_KEY.test(text) ? 'private-key' : 'text', isWellKnown: isWellKnown(text) }];
  });
}

/** `JWT_SECRET = 'JWT_SECRET'` names a secret, as keys of configurations do. */
function isSameName(name: string, text: string): boolean {
  return wordsOf(name).join('') === wordsOf(text).join('');
}

const wellKnown = new Set(WELL_KNOWN_SECRETS);

function isWellKnown(text: string): boolean {
  return wellKnown.has(text) || wellKnown.has(text.toLowerCase());
}
