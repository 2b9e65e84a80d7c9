import { isIntroduction, isRequestProof, purposeOf } from '../../facts/derive/purpose';
import { isCaredFor } from '../../facts/derive/verifiers';
import { isCertainly } from '../../facts/judge';
import { rule, stepToSite } from '../rule';
import { lifetimeFixes, spokenToken } from './lifetimes';

export default rule({
  id: 'jwt-missing-expiry',
  summary: 'A token is signed without an expiry',
  severity: 'warning',
  preset: 'recommended',
  cwe: [613],
  asvs: ['9.2.1'],
  standards: ['RFC 7519 §4.1.4', 'OWASP JSON Web Token'],
  securitySeverity: 6.5,
  on: ['TokenSign'],

  check(sign, context) {
    const { settings, file } = context;
    const { policy } = settings;
    const { lifetime, payload } = sign.attributes;
    if (sign.guarded || !isCertainly(lifetime, (value) => value === 'never')) return undefined;
    if (isIntroduction(sign) || isRequestProof(sign)) return undefined;
    if (isCaredFor(sign, ['limits-age', 'looks-up'], context)) return undefined;
    const purpose = purposeOf(sign);
    return {
      at: lifetime.span,
      severity: purpose === 'access' || purpose === 'refresh' ? 'error' : 'warning',
      message: `\`${sign.display}\` makes ${withArticle(spokenToken(purpose))} that never expires.`,
      because: 'Whoever gets hold of the token, by a leak, a log or a lost device, can use it for ever.',
      help: 'Give it a short life, and pair it with a refresh token that the server can revoke.',
      related: stepToSite(lifetime, file, 'the options are written here'),
      // A text has no claims: the option would make the call throw.
      fixes: payload.isText ? [] : lifetimeFixes('Let the token expire', lifetime, purpose ?? 'access', policy),
    };
  },
});

function withArticle(noun: string): string {
  return `${/^[ai]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
