import { wordSet, wordsOf } from '../../text/words';
import { isSecretClaim } from '../../token';
import type { Leaf } from '../schema';
import type { Claim } from '../schema/flows';

/** Words of values that no longer are what their claim is named for. */
const HARMLESS = wordSet(
  'mask masked redact redacted encrypt encrypted cipher ciphertext version fingerprint changed at updated count length ' +
    'last4 boolean is has strength policy hint required expired',
);

/** What tables of users are called, and what is read from them. */
const USERS = wordSet('user users account accounts member admin customer employee person');

/** Whether a leaf is all that a database holds of a user: nothing that a token shows was taken out of it. */
export function isUserRecord({ origin, names, guarded }: Leaf): boolean {
  if (origin.kind !== 'record' || guarded || origin.without.some(isSecretClaim)) return false;
  const said = origin.of === undefined ? names : [origin.of];
  return said.flatMap(wordsOf).some((word) => USERS.has(word));
}

/** Why a claim shows a secret: its name, or the property that it is read from. `undefined`: it does not. */
export function secretIn({ name, leaves }: Claim): string | undefined {
  const values = leaves.filter(isRevealing);
  if (values.length === 0) return undefined;
  if (isSecretClaim(name)) return name;
  const read = values.find(
    ({ origin, names }) => origin.kind === 'unknown' && origin.at === 'property' && isSecretClaim(names.at(-1) ?? ''),
  );
  return read?.names.at(-1);
}

/** Whether a value may be what its name says: no flag, no expression that makes one, nothing masked. Zero and one are flags. */
function isRevealing({ origin, names, guarded, isPiece }: Leaf): boolean {
  if (guarded || isPiece || names.flatMap(wordsOf).some((word) => HARMLESS.has(word))) return false;
  switch (origin.kind) {
    case 'literal':
      return typeof origin.value === 'number'
        ? origin.value > 1
        : typeof origin.value === 'string' && origin.value !== '';
    case 'unknown':
      return origin.at !== 'expression';
    case 'environment':
      return true;
    default:
      return false;
  }
}
