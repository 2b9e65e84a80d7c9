import type { Severity } from '../../config';
import { type KeyKind, keyKindOf } from '../../facts/derive/key';
import { assign, contextOf } from '../../facts/edit';
import { isCertainly } from '../../facts/judge';
import type { Allowlist, FactOf, Setting } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';
import { rule, stepToSite } from '../rule';

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

  check(verify, { settings, file }) {
    const { algorithms, key, withoutAlgorithms } = verify.attributes;
    if (verify.guarded || !isCertainly(algorithms, (value) => value === 'any')) return undefined;
    const kind = keyKindOf(key);
    const severity = severityOf(withoutAlgorithms.constant, kind, settings.preset === 'strict');
    if (severity === undefined) return undefined;
    return {
      at: algorithms.site?.kind === 'object' ? algorithms.span : verify.calleeSpan,
      severity,
      message: `\`${verify.display}\` has no algorithms allowlist: ${REASONS[withoutAlgorithms.constant]}.`,
      because: 'Who chooses the algorithm can choose one that the key was never meant for, and forge tokens with it.',
      help: 'List the algorithms that the issuer signs with.',
      related: stepToSite(algorithms, file, 'the options are written here'),
      fixes: algorithmFixes(algorithms, kind),
    };
  },
});

type Decider = FactOf<'TokenVerify'>['attributes']['withoutAlgorithms']['constant'];

const REASONS: Readonly<Record<Decider, string>> = {
  header: "the token's own header decides how it is checked",
  'key-text': 'the look of the key decides how a token is checked',
  'key-type': 'every algorithm that fits the key is accepted',
  rejected: 'the call is rejected',
};

/** As rules.md grades it, by what decides instead and by what the key is. `undefined`: nothing to report. */
function severityOf(decider: Decider, key: KeyKind, isStrict: boolean): Severity | undefined {
  switch (decider) {
    case 'header':
      return 'error';
    case 'key-text':
      return key === 'secret' ? 'information' : 'warning';
    case 'key-type':
      if (key === 'secret') return 'information';
      return isStrict && (key === 'asymmetric' || key === 'key-set') ? 'information' : undefined;
    case 'rejected':
      return undefined;
  }
}

const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];
const KEY_PAIR_ALGORITHMS = ['RS256', 'ES256', 'PS256', 'EdDSA'];

/** The key alone does not tell which algorithm its issuer uses: the user chooses. */
function algorithmFixes(algorithms: Setting<Allowlist>, key: KeyKind): readonly Fix[] {
  const context = contextOf(algorithms);
  const edits = assign({ setting: algorithms, code: () => `[${CHOICE}]` });
  if (edits === undefined || context === undefined) return [];
  const names =
    key === 'secret'
      ? SECRET_ALGORITHMS
      : key === 'asymmetric' || key === 'key-set'
        ? KEY_PAIR_ALGORITHMS
        : ['RS256', 'ES256', 'HS256'];
  const choices = names.map((name) => `${context.quote}${name}${context.quote}`);
  return [{ title: 'List the accepted algorithms', safety: 'suggestion', edits, choices }];
}
