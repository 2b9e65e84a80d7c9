import { authorityClaims } from '../../facts/derive/authority';
import { purposeOf } from '../../facts/derive/purpose';
import { isCaredFor } from '../../facts/derive/verifiers';
import { findWitness } from '../../facts/judge';
import { spokenDuration } from '../../text/duration';
import { rule, stepsTo } from '../rule';
import { isSaidElsewhere } from './lifetimes';

const HOUR = 3600;

export default rule({
  id: 'jwt-stale-authority',
  summary: 'A token goes on granting a role or a plan for hours after it was taken back',
  severity: 'information',
  preset: 'recommended',
  cwe: [613, 863],
  asvs: ['8.3.2'],
  standards: ['OWASP JSON Web Token'],
  securitySeverity: 4.3,
  on: ['TokenSign'],

  check(sign, context) {
    const { file } = context;
    const { lifetime, payload } = sign.attributes;
    // Whoever renews a session by a refresh token reads the role anew, as far as anyone can see here.
    if (sign.guarded || purposeOf(sign) !== 'access') return undefined;
    const witness = findWitness(lifetime, (value) => typeof value === 'number' && value > HOUR);
    const [claim] = authorityClaims(sign);
    if (witness === undefined || typeof witness.value !== 'number' || claim === undefined) return undefined;
    if (isSaidElsewhere(sign, witness.place, file)) return undefined;
    if (isCaredFor(sign, ['loads-user', 'looks-up'], context)) return undefined;
    const { place, name } = claim;
    const isHere = place.file === file;
    return {
      at: isHere ? place.span : payload.span,
      message: `\`${name}\` is granted for ${spokenDuration(witness.value)} after it was signed, whatever becomes of it.`,
      because: 'Who was dismissed or downgraded goes on with what the token says until it expires.',
      help: 'Shorten the lifetime, or look the claim up anew where it decides something.',
      related: [
        ...(isHere ? [] : [{ ...place, message: 'the claim is written here' }]),
        ...stepsTo(witness.place, witness.trail, lifetime.span, file, 'the lifetime is written here'),
      ],
    };
  },
});
