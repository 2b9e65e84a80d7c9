import { type ComparedSecret, comparedSecret } from '../../facts/derive/comparedSecret';
import type { FactOf } from '../../facts/schema';
import type { Fix } from '../../finding';
import { rule, stepsTo } from '../rule';

export default rule({
  id: 'timing-unsafe-compare',
  summary: 'A secret is compared with a value from the request in a way that takes longer the more of it is right',
  severity: 'warning',
  preset: 'recommended',
  cwe: [208],
  asvs: ['11.2.4'],
  standards: [],
  securitySeverity: 5.9,
  on: ['SecretCompare'],

  check(compare, { file }) {
    if (compare.guarded || compare.runtime === 'client') return undefined;
    const found = comparedSecret(compare);
    if (found === undefined) return undefined;
    return {
      at: compare.span,
      message: `${spokenSecret(found)} is compared with \`${compare.display}\`, which stops at the first difference.`,
      because: 'How long each guess takes tells an attacker how much of it is right, one character after the other.',
      help: 'Compare with a function that takes the same time for every guess, such as crypto.timingSafeEqual.',
      related: stepsTo(found.secret.place, found.secret.trail, compare.span, file, `${SOURCES[found.kind]} here`),
      fixes: fixesOf(compare, found),
    };
  },
});

const SOURCES: Readonly<Record<ComparedSecret['kind'], string>> = {
  computed: 'it is computed',
  configured: 'the secret is read',
  kept: 'the secret is read',
};

function spokenSecret({ kind, name }: ComparedSecret): string {
  if (kind === 'computed') return name === undefined ? 'A computed signature' : `The computed signature \`${name}\``;
  return name === undefined ? 'A secret' : `The secret \`${name}\``;
}

/** What a record keeps may be a number, or nothing: only texts are rewritten. */
function fixesOf({ replacement }: FactOf<'SecretCompare'>, { kind }: ComparedSecret): readonly Fix[] {
  if (replacement === undefined || kind === 'kept') return [];
  return [{ title: 'Compare in constant time', safety: 'suggestion', edits: replacement }];
}
