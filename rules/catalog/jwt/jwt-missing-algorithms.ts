import type { Severity } from '../../config';
import { type KeyKind, keyKindOf } from '../../facts/derive/key';
import { signedWith } from '../../facts/derive/signers';
import { findWitness, isCertainly } from '../../facts/judge';
import type { Allowlist, FactOf, Setting } from '../../facts/schema';
import type { Fix } from '../../finding';
import { rule, stepsTo, stepToSite } from '../rule';
import { algorithmFixes, sameAlgorithmFixes } from './algorithms';

export default rule({
  id: 'jwt-missing-algorithms',
  summary: 'A token is verified without a list of the algorithms that are accepted',
  severity: 'warning',
  preset: 'recommended',
  cwe: [347],
  asvs: ['9.1.2'],
  standards: ['RFC 8725 §3.1'],
  securitySeverity: 6.5,
  on: ['TokenVerify'],

  check(verify, { settings, file, signingAlgorithms, testsAlgorithm }) {
    const { algorithms, key, withoutAlgorithms } = verify.attributes;
    const named = findWitness(algorithms, (value) => value === 'token');
    const isOpen = named !== undefined || isCertainly(algorithms, (value) => value === 'any');
    if (verify.guarded || !isOpen) return undefined;
    const kind = keyKindOf(key);
    const severity = severityOf(withoutAlgorithms.constant, kind, settings.preset === 'strict');
    if (severity === undefined || testsAlgorithm(verify)) return undefined;
    const signed = signedWith(verify, signingAlgorithms);
    return {
      at: algorithms.span,
      severity,
      message:
        named === undefined
          ? `\`${verify.display}\` has no algorithms allowlist: ${REASONS[withoutAlgorithms.constant]}.`
          : `\`${verify.display}\` accepts the algorithm that the token itself names.`,
      because: 'Who chooses the algorithm can choose one that the key was never meant for, and forge tokens with it.',
      help:
        signed === undefined
          ? 'List the algorithms that the issuer signs with.'
          : `List \`${signed}\`: it is what this package signs with by this key.`,
      related:
        named === undefined
          ? stepToSite(algorithms, file, 'the options are written here')
          : stepsTo(named.place, named.trail, algorithms.span, file, 'the token names it here'),
      fixes: named !== undefined && !isList(algorithms) ? [] : fixesFor(algorithms, kind, signed),
    };
  },
});

/** Where no list is written, there may be a place for one name alone. */
function isList({ values }: Setting<Allowlist>): boolean {
  return values.some(({ value }) => typeof value !== 'string');
}

function fixesFor(algorithms: Setting<unknown>, kind: KeyKind, signed: string | undefined): readonly Fix[] {
  return signed === undefined
    ? algorithmFixes('List the accepted algorithms', algorithms, kind, 'list')
    : sameAlgorithmFixes(signed, algorithms);
}

type Decider = FactOf<'TokenVerify'>['attributes']['withoutAlgorithms']['constant'];

const REASONS: Readonly<Record<Decider, string>> = {
  header: 'the token itself says how it is checked',
  'key-text': 'the token can name any that the key looks fit for',
  'key-type': 'the token can name any that fits the key',
  rejected: 'the call is rejected',
};

/** As rules.md grades it, by what decides instead and by what the key is. `undefined`: nothing to report. */
function severityOf(decider: Decider, key: KeyKind, isStrict: boolean): Severity | undefined {
  switch (decider) {
    case 'header':
      return 'error';
    case 'key-text':
      // Without a key the call is rejected.
      if (key === 'nothing') return undefined;
      return key === 'secret' ? 'information' : 'warning';
    case 'key-type':
      if (key === 'secret') return 'information';
      return isStrict && (key === 'asymmetric' || key === 'key-set') ? 'information' : undefined;
    case 'rejected':
      return undefined;
  }
}
