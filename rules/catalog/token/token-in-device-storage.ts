import { findCredential } from '../../facts/derive/credential';
import type { FactOf, Leaf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { wordsOf } from '../../text/words';
import { type RuleContext, rule } from '../rule';
import { spokenToken } from './words';

export default rule({
  id: 'token-in-device-storage',
  summary: 'A token lies on a device without encryption',
  severity: 'warning',
  preset: 'recommended',
  cwe: [312],
  asvs: ['10.1.1'],
  standards: ['OWASP MASVS-STORAGE-1'],
  securitySeverity: 5.5,
  on: ['ClientStore'],

  check(store, { storageUsers, file }) {
    if (store.guarded || store.attributes.area.constant !== 'device') return undefined;
    const { key, value } = store.attributes;
    const evidence = findCredential(key, value, 'other');
    if (evidence === undefined) return undefined;
    const { leaf, strength } = evidence;
    if (leaf !== undefined && isHarmless(leaf)) return undefined;
    return {
      at: value.span,
      message: `${spokenToken(evidence)} is kept on the device without encryption by \`${store.display}\`.`,
      because: "Who reads the app's files, from a backup or on a rooted phone, can use the token from anywhere.",
      help: "Keep it in the system's encrypted storage for credentials, or in memory only.",
      related:
        strength === 'origin' && leaf !== undefined ? [{ ...leaf.place, message: 'the token comes from here' }] : [],
      fixes: fixesOf(store, storageUsers, file),
    };
  },
});

/** Where other files read the key, or may, moving what this one keeps signs people out for good. */
function fixesOf(
  { replacement, attributes: { key } }: FactOf<'ClientStore'>,
  storageUsers: RuleContext['storageUsers'],
  file: string,
): readonly Fix[] {
  const [one] = key.values;
  if (replacement === undefined || one === undefined) return [];
  const users = storageUsers(one.value);
  if (users === undefined || users.some((user) => user !== file)) return [];
  return [{ title: 'Keep it in encrypted storage', safety: 'suggestion', edits: replacement }];
}

/** On the way of what went through a cipher, or of a token by which only the app's own server can reach the device. */
const HARMLESS_WORDS = new Set([
  'encrypt',
  'encrypted',
  'cipher',
  'ciphertext',
  'seal',
  'sealed',
  'push',
  'fcm',
  'apns',
]);

function isHarmless({ names }: Leaf): boolean {
  return names.some((name) => wordsOf(name).some((word) => HARMLESS_WORDS.has(word)));
}
