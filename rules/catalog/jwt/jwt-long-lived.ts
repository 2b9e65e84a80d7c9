import { LONG_LIVED_ERROR, type Severity } from '../../config';
import { purposeOf } from '../../facts/derive/purpose';
import { findWitness } from '../../facts/judge';
import type { SettingValue } from '../../facts/schema/settings';
import { commonPurpose } from '../../facts/workspace/tokenUses';
import { spokenDuration } from '../../text/duration';
import type { TokenPurpose, TokenUse } from '../../world';
import { rule, stepsTo } from '../rule';
import { allowedLifetime, isSaidElsewhere, lifetimeFixes, spokenToken } from './lifetimes';

export default rule({
  id: 'jwt-long-lived',
  summary: 'A token lives longer than the policy for its purpose allows',
  severity: 'warning',
  preset: 'recommended',
  cwe: [613],
  asvs: ['9.2.1'],
  standards: ['RFC 7519 §4.1.4', 'OWASP JSON Web Token'],
  securitySeverity: 5.4,
  on: ['TokenSign'],

  check(sign, { settings: { policy }, file, tokenUses }) {
    if (sign.guarded) return undefined;
    const { lifetime } = sign.attributes;
    const own = purposeOf(sign);
    const uses = own === undefined || !lifetime.complete ? tokenUses(sign) : [];
    const purpose = own ?? commonPurpose(uses);
    if (purpose === undefined) return undefined;
    const allowed = allowedLifetime(purpose, policy);
    const witness =
      findWitness(lifetime, (value) => typeof value === 'number' && value > allowed) ??
      saidByUse(uses, purpose, allowed);
    if (witness === undefined || typeof witness.value !== 'number') return undefined;
    if (isSaidElsewhere(sign, witness.place, file)) return undefined;
    return {
      at: lifetime.span,
      severity: severityOf(purpose, witness.value, allowed),
      message: `This ${spokenToken(purpose)} lives for ${spokenDuration(witness.value)}; the policy allows ${spokenDuration(allowed)}.`,
      because: 'Until it expires it works for whoever holds it, and nothing on the server can take it back.',
      help:
        purpose === 'access'
          ? 'Shorten it, and pair it with a refresh token that the server can revoke.'
          : 'Shorten it to what its use takes.',
      related: [
        ...stepsTo(witness.place, witness.trail, lifetime.span, file, 'the lifetime is written here'),
        ...uses.map(({ use }) => ({ ...use, message: `makes the ${spokenToken(purpose)}` })),
      ],
      fixes: lifetimeFixes('Shorten the lifetime', lifetime, purpose, policy, witness),
    };
  },
});

/** A lifetime over policy that what the signing object is made with says, in other files. */
function saidByUse(
  uses: readonly TokenUse[],
  purpose: TokenPurpose,
  allowed: number,
): SettingValue<number> | undefined {
  const [said] = uses
    .filter((use) => use.purpose === purpose)
    .flatMap(({ lifetimes }) => lifetimes.filter(({ seconds }) => seconds > allowed));
  return said && { value: said.seconds, source: 'written', place: said.place, trail: [], guarded: false };
}

function severityOf(purpose: TokenPurpose, seconds: number, allowed: number): Severity {
  if (purpose === 'confirmation' || purpose === 'invitation') return 'information';
  return purpose === 'access' && seconds > Math.max(LONG_LIVED_ERROR, allowed) ? 'error' : 'warning';
}
