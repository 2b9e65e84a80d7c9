import { isSecretKey, isSharedKey } from '../../facts/derive/key';
import { assign } from '../../facts/edit';
import { isCertainly } from '../../facts/judge';
import type { FactOf, Setting } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';
import { type Problem, rule, stepToSite } from '../rule';

type Verify = FactOf<'TokenVerify'>;

/** Claims by which a token says whom it is for. */
const AUDIENCE_CLAIMS = new Set(['aud', 'azp', 'client_id', 'cid', 'appid']);

export default rule({
  id: 'jwt-missing-issuer-audience',
  summary: 'A token is accepted that was issued for somebody else',
  severity: 'warning',
  preset: 'recommended',
  cwe: [345, 346],
  asvs: ['9.2.3', '10.3.1'],
  standards: ['RFC 8725 §3.8', 'RFC 8725 §3.9'],
  securitySeverity: 6.5,
  on: ['TokenVerify'],

  check(verify, { settings, file }) {
    const { use, guarded, attributes } = verify;
    const { checksAudience, ignoresExpiration, key, keyOwner } = attributes;
    // Whoever calls the function that verifies may compare the claim.
    if (guarded || use === undefined || use.claimsRead.some((claim) => AUDIENCE_CLAIMS.has(claim))) return undefined;
    if (!isCertainly(checksAudience, (value) => !value)) return undefined;
    // What looks at no claim at all may be no token of anybody: a signed message has no audience.
    if (ignoresExpiration.values.some(({ value, source }) => value && source === 'default')) return undefined;
    if (keyOwner.constant === 'provider' || isSharedKey(key)) return sharedProblem(verify, file);
    return settings.preset === 'strict' && isSecretKey(key) ? localProblem(verify, file) : undefined;
  },
});

function sharedProblem({ display, attributes }: Verify, file: string): Problem {
  const { checksAudience, checksIssuer, keyOwner } = attributes;
  const lacksIssuer = isCertainly(checksIssuer, (value) => !value);
  return {
    at: checksAudience.span,
    severity: keyOwner.constant === 'provider' ? 'error' : 'warning',
    message: `\`${display}\` does not check whom the token is for${lacksIssuer ? ', nor who issued it' : ''}.`,
    because:
      'The issuer signs tokens for other applications with the same keys: one that a user gave to any of them opens the account here.',
    help: 'Name the audience that your issuer puts into tokens for this application, and the issuer.',
    related: stepToSite(checksAudience, file, 'the options are written here'),
    fixes: audienceFixes(checksAudience),
  };
}

/** Who the audience is nobody can tell here; that it is known when the program starts is a good guess. */
function audienceFixes(checksAudience: Setting<boolean>): readonly Fix[] {
  const edits = assign({ setting: checksAudience, code: () => CHOICE });
  if (edits === undefined) return [];
  const choices = ['AUDIENCE', 'CLIENT_ID', 'API_URL'].map((name) => `process.env.${name}`);
  return [{ title: 'Check whom the token is for', safety: 'suggestion', edits, choices }];
}

function localProblem({ display, attributes }: Verify, file: string): Problem | undefined {
  const { checksAudience, checksIssuer } = attributes;
  if (!isCertainly(checksIssuer, (value) => !value)) return undefined;
  return {
    at: checksAudience.span,
    severity: 'information',
    message: `\`${display}\` checks neither who issued the token nor whom it is for.`,
    because: 'A second service that shares the secret makes tokens that are good here too.',
    help: 'Give tokens an issuer and an audience, and check both.',
    related: stepToSite(checksAudience, file, 'the options are written here'),
  };
}
