import { wordsOf } from '../../text/words';
import type { Claim, Leaf } from '../schema';

/** Names end in one of these. */
const SECRETS = [
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'password hash',
  'hashed password',
  'password digest',
  'password salt',
  'card number',
  'credit card',
  'cvv',
  'cvv2',
  'cvc',
  'ssn',
  'social security number',
  'totp secret',
  'otp secret',
  'mfa secret',
  'two factor secret',
  'private key',
].map((phrase) => phrase.split(' '));

/** First words of flags and of what is done with a secret: `hasPassword`, `resetPassword`, `usePrivateKey`. */
const FLAGS = new Set(
  (
    'is has had was must may can should needs need require requires required reset change changed forgot forgotten set ' +
    'force skip use uses allow no without with verify verified update updated expired expires show check via'
  ).split(' '),
);

/** Words of values that no longer are what their claim is named for. */
const HARMLESS = new Set(
  (
    'mask masked redact redacted encrypt encrypted cipher ciphertext version fingerprint changed at updated count length ' +
    'last4 boolean is has strength policy hint required expired'
  ).split(' '),
);

/** Whether a name is that of a secret that no token may show. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  if (FLAGS.has(words[0] ?? '')) return false;
  return SECRETS.some((phrase) => {
    const tail = words.slice(-phrase.length);
    return tail.length === phrase.length && tail.every((word, index) => word === phrase[index]);
  });
}

/** What tables of users are called, and what is read from them. */
const USERS = new Set('user users account accounts member admin customer employee person'.split(' '));

/** Whether a leaf is all that a database holds of a user: nothing that a token shows was taken out of it. */
export function isUserRecord({ origin, names, guarded }: Leaf): boolean {
  if (origin.kind !== 'record' || guarded || origin.without.some(isSecretName)) return false;
  const said = origin.of === undefined ? names : [origin.of];
  return said.flatMap(wordsOf).some((word) => USERS.has(word));
}

/** Why a claim shows a secret: its name, or the property that it is read from. `undefined`: it does not. */
export function secretIn({ name, leaves }: Claim): string | undefined {
  const values = leaves.filter(isRevealing);
  if (values.length === 0) return undefined;
  if (isSecretName(name)) return name;
  const read = values.find(
    ({ origin, names }) => origin.kind === 'unknown' && origin.at === 'property' && isSecretName(names.at(-1) ?? ''),
  );
  return read?.names.at(-1);
}

/** Whether a value may be what its name says: no flag, no expression that makes one, nothing masked. */
function isRevealing({ origin, names, guarded, isPiece }: Leaf): boolean {
  if (guarded || isPiece || names.flatMap(wordsOf).some((word) => HARMLESS.has(word))) return false;
  switch (origin.kind) {
    case 'literal':
      return typeof origin.value === 'string' && origin.value !== '';
    case 'unknown':
      return origin.at !== 'expression';
    case 'environment':
      return true;
    default:
      return false;
  }
}
