import { type KeyKind, keyKindOf } from '../../facts/derive/key';
import { assign } from '../../facts/edit';
import type { Allowlist, FactOf, Setting, SettingValue } from '../../facts/schema';
import type { Fix } from '../../finding';
import { type Problem, rule, stepsTo } from '../rule';

const BECAUSE = 'A token that nobody signed passes as genuine: an attacker writes the claims that suit him.';

export default rule({
  id: 'jwt-alg-none',
  summary: 'A token without a signature is accepted or made',
  severity: 'error',
  preset: 'recommended',
  cwe: [347, 327],
  asvs: ['9.1.2'],
  standards: ['RFC 8725 §3.2'],
  securitySeverity: 9.1,
  on: ['TokenSign', 'TokenVerify'],

  check(fact, { file }) {
    if (fact.guarded) return undefined;
    return fact.kind === 'TokenSign' ? checkSign(fact, file) : checkVerify(fact, file);
  },
});

function checkSign({ display, attributes: { algorithm } }: FactOf<'TokenSign'>, file: string): Problem | undefined {
  const none = algorithm.values.find((one) => !one.guarded && isNone(one.value));
  if (none === undefined) return undefined;
  return {
    at: algorithm.span,
    message: `\`${display}\` makes a token without a signature.`,
    because: BECAUSE,
    help: 'Sign with an algorithm that fits the key: HS256 for a shared secret, RS256, ES256 or EdDSA for a key pair.',
    related:
      none.source === 'written' ? stepsTo(none.place, none.trail, algorithm.span, file, '`none` is written here') : [],
  };
}

function checkVerify(fact: FactOf<'TokenVerify'>, file: string): Problem | undefined {
  const { algorithms, key, unsignedWithoutKey } = fact.attributes;
  const listed = algorithms.values.find((one) => !one.guarded && one.value !== 'any' && one.value.some(isNone));
  if (listed !== undefined) {
    return {
      at: algorithms.span,
      message: `\`${fact.display}\` accepts tokens without a signature.`,
      because: BECAUSE,
      help: 'List only the algorithms that the issuer signs with.',
      related:
        listed.source === 'written'
          ? stepsTo(listed.place, listed.trail, algorithms.span, file, '`none` is listed here')
          : [],
      fixes: withoutNone(algorithms, listed),
    };
  }
  const kind: KeyKind = keyKindOf(key);
  const isMissing = kind === 'nothing' && key.leaves.every(({ guarded }) => !guarded);
  const isUnlimited = algorithms.complete && algorithms.values.every(({ value }) => value === 'any');
  if (!isMissing || unsignedWithoutKey.constant !== 'accepted' || !isUnlimited) return undefined;
  return {
    at: key.span,
    message: `\`${fact.display}\` has no key, and accepts tokens without a signature.`,
    because: BECAUSE,
    help: 'Give the key that the issuer signs with, and list its algorithms.',
  };
}

function isNone(algorithm: string): boolean {
  return algorithm.toLowerCase() === 'none';
}

/** Dropping `none` from a list that holds others takes nothing from anybody but forgers. */
function withoutNone(algorithms: Setting<Allowlist>, { value }: SettingValue<Allowlist>): readonly Fix[] {
  const others = value === 'any' ? [] : value.filter((algorithm) => !isNone(algorithm));
  if (others.length === 0 || !algorithms.complete || algorithms.values.length !== 1) return [];
  const edits = assign({
    setting: algorithms,
    code: ({ quote }) => `[${others.map((algorithm) => `${quote}${algorithm}${quote}`).join(', ')}]`,
  });
  return edits === undefined ? [] : [{ title: "Drop `'none'` from the list", safety: 'safe', edits }];
}
