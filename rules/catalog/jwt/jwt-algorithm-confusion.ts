import { namesOn } from '../../facts/derive/allowlist';
import { isPublicKey, isSecretKey, keyKindOf } from '../../facts/derive/key';
import { assign } from '../../facts/edit';
import { findWitness } from '../../facts/judge';
import type { Allowlist, Fact, FactOf } from '../../facts/schema';
import type { SettingValue } from '../../facts/schema/settings';
import { CHOICE, type Fix } from '../../finding';
import { type Problem, rule, stepsTo } from '../rule';
import { algorithmFixes } from './algorithms';

type Verify = FactOf<'TokenVerify'>;
type Family = 'secret' | 'key-pair';

export default rule({
  id: 'jwt-algorithm-confusion',
  summary: 'A public key can serve as the secret that tokens are signed with',
  severity: 'error',
  preset: 'recommended',
  cwe: [347],
  asvs: ['9.1.2'],
  standards: ['RFC 8725 §3.1', 'RFC 8725 §2.1'],
  securitySeverity: 9.1,
  on: ['TokenVerify'],

  check(verify, { facts, file }) {
    if (verify.guarded) return undefined;
    return checkMixture(verify, facts, file) ?? checkPublicKey(verify, file);
  },
});

function checkMixture(verify: Verify, facts: readonly Fact[], file: string): Problem | undefined {
  const { algorithms, key } = verify.attributes;
  const mixed = findWitness(algorithms, (value) => familiesOf(value).size > 1);
  if (mixed === undefined) return undefined;
  const isSecret = isSecretKey(key);
  const hmac = namesOn(mixed.value).find((name) => familyOf(name) === 'secret');
  const pair = namesOn(mixed.value).find((name) => familyOf(name) === 'key-pair');
  return {
    ...wordsOf(verify, isSecret),
    at: algorithms.span,
    message: `\`${verify.display}\` accepts ${hmac}, which takes a secret, beside ${pair}, which takes a public key.`,
    related: stepsTo(mixed.place, mixed.trail, algorithms.span, file, 'the algorithms are listed here'),
    fixes: keepFamily(verify, mixed, facts),
  };
}

function checkPublicKey(verify: Verify, file: string): Problem | undefined {
  const { algorithms, key } = verify.attributes;
  const isHmac = (value: Allowlist): boolean => familiesOf(value).has('secret') && familiesOf(value).size === 1;
  const found = findWitness(algorithms, isHmac);
  if (found === undefined || !isPublicKey(key)) return undefined;
  const [name = ''] = namesOn(found.value);
  const isName = found.place.span.end - found.place.span.start === name.length + 2;
  return {
    ...wordsOf(verify, false),
    at: algorithms.span,
    message: `\`${verify.display}\` takes a public key for the secret of ${name}.`,
    related: stepsTo(found.place, found.trail, algorithms.span, file, 'the algorithm is written here'),
    fixes:
      algorithms.values.length === 1
        ? algorithmFixes('Accept what the key is for', algorithms, 'asymmetric', isName ? 'name' : 'list')
        : [],
  };
}

function wordsOf(
  { attributes: { hmacWithPublicKey } }: Verify,
  isSecret: boolean,
): Pick<Problem, 'severity' | 'because' | 'help'> {
  const isOpen = hmacWithPublicKey.constant === 'accepted' && !isSecret;
  return {
    severity: isOpen ? 'error' : 'warning',
    because: isOpen
      ? 'Everybody has the public key: who signs a token with its text as the secret is let in, as any user.'
      : 'Only a check inside of the library keeps everybody who has the public key from signing tokens with it.',
    help: 'Accept the algorithms of one family: the one that the key is for.',
  };
}

/** Keeps what the key is for, or what this file signs with; where neither tells, the user chooses. */
function keepFamily(
  { attributes }: Verify,
  { value }: SettingValue<Allowlist>,
  facts: readonly Fact[],
): readonly Fix[] {
  const { algorithms, key } = attributes;
  const edits = assign({ setting: algorithms, code: () => CHOICE });
  const { site } = algorithms;
  if (edits === undefined || site === undefined || algorithms.values.length !== 1) return [];
  const used = familyOfKey(key) ?? familySigned(facts);
  const families: readonly Family[] = used === undefined ? ['key-pair', 'secret'] : [used];
  const choices = families.map((family) => {
    const kept = namesOn(value).filter((name) => familyOf(name) === family);
    return `[${kept.map((name) => `${site.quote}${name}${site.quote}`).join(', ')}]`;
  });
  return [{ title: 'Accept the algorithms of one family', safety: 'suggestion', edits, choices }];
}

function familyOfKey(key: Verify['attributes']['key']): Family | undefined {
  if (isSecretKey(key)) return 'secret';
  const kind = keyKindOf(key);
  return isPublicKey(key) || kind === 'asymmetric' || kind === 'key-set' ? 'key-pair' : undefined;
}

/** The family of all that this file signs. */
function familySigned(facts: readonly Fact[]): Family | undefined {
  const signed = facts.flatMap((fact) => (fact.kind === 'TokenSign' ? [fact.attributes.algorithm] : []));
  const families = new Set(signed.flatMap(({ values }) => values.map(({ value }) => familyOf(value))));
  const [family] = families;
  return signed.every(({ complete }) => complete) && families.size === 1 ? family : undefined;
}

function familiesOf(list: Allowlist): ReadonlySet<Family> {
  return new Set(namesOn(list).flatMap((name) => familyOf(name) ?? []));
}

function familyOf(algorithm: string): Family | undefined {
  if (/^HS\d{3}$/i.test(algorithm)) return 'secret';
  return /^(?:[REP]S\d{3}K?|EdDSA|Ed25519|Ed448)$/i.test(algorithm) ? 'key-pair' : undefined;
}
