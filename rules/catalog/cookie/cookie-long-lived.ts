import { findAuthCookie } from '../../facts/derive/cookie';
import type { FactOf } from '../../facts/schema';
import { wordSet, wordsOf } from '../../text/words';
import { findCutShort, findOverlong, isSharedByUnits } from '../lifetime/overlong';
import { rule, stepsTo } from '../rule';
import { spokenCookie } from './attributes';

export default rule({
  id: 'cookie-long-lived',
  summary: 'An auth cookie lives longer than the policy allows, or its lifetime counts in another unit',
  severity: 'warning',
  preset: 'recommended',
  cwe: [613],
  asvs: ['7.3.2'],
  standards: ['RFC 6265 §4.1.2.2', 'OWASP Session Management'],
  securitySeverity: 4.3,
  on: ['CookieWrite'],

  check(cookie, { settings: { policy }, file, facts }) {
    if (cookie.guarded || !isOwn(cookie)) return undefined;
    const { lifetime } = cookie.attributes;
    const overlong = findOverlong(lifetime, policy.maxCookieLifetime);
    const bad = overlong ?? findCutShort(lifetime);
    if (bad === undefined) return undefined;
    const { witness, says, help, fixes } = bad;
    return {
      at: lifetime.span,
      message: `\`${cookie.display}\` writes ${spokenCookie(cookie)} that ${says}.`,
      because:
        overlong === undefined
          ? 'Whoever is signed out at once asks for a longer lifetime, and gets one that serves thieves as well.'
          : 'A cookie that is stolen, or left behind on a shared machine, signs in for as long as it lives.',
      help: help ?? 'Shorten it, and let people sign in again from time to time.',
      related: stepsTo(witness.place, witness.trail, lifetime.span, file, 'the lifetime is written here'),
      // What is right for one library is a mistake for the other.
      fixes: isSharedByUnits(witness, facts) ? [] : fixes,
    };
  },
});

/** Sessions of a middleware have a rule of their own, and a token says itself how long it lives. */
function isOwn(cookie: FactOf<'CookieWrite'>): boolean {
  const { by, carriesSession } = cookie.attributes;
  const evidence = findAuthCookie(cookie);
  if (by.constant !== 'server' || carriesSession.constant !== false || evidence === undefined) return false;
  if (evidence.strength === 'weak-name') return !wordsOf(evidence.name ?? '').some((word) => LASTING.has(word));
  return evidence.strength === 'strong-name';
}

/** What is remembered of somebody who did not sign in is meant to last. */
const LASTING = wordSet(
  'visitor guest cart basket anon anonymous browser client tracking referral referrer affiliate invite',
);
