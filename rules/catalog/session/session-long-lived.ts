import type { Policy } from '../../config';
import { findAuthCookie, isDeletion } from '../../facts/derive/cookie';
import { isSameCall } from '../../facts/derive/sameCall';
import { findWitness, isCertainly } from '../../facts/judge';
import type { Lifetime, Setting } from '../../facts/schema';
import { spokenDuration } from '../../text/duration';
import { lifetimeChoices } from '../lifetime/fixes';
import { findOverlong, isSharedByUnits } from '../lifetime/overlong';
import { type OneOf, type Problem, type RuleContext, rule, stepsTo, stepToSite } from '../rule';

type Subject = OneOf<'CookieWrite' | 'SessionSetup'>;

const DAY = 86_400;

export default rule({
  id: 'session-long-lived',
  summary: 'A session lives longer than the policy allows, or never ends',
  severity: 'warning',
  preset: 'recommended',
  cwe: [613],
  asvs: ['7.3.2'],
  standards: ['NIST 800-63B §4.1.3', 'OWASP Session Management'],
  securitySeverity: 5.4,
  on: ['CookieWrite', 'SessionSetup'],

  check(fact, context) {
    const { policy } = context.settings;
    if (fact.guarded || !keepsSessions(fact, context)) return undefined;
    const { lifetime } = fact.attributes;
    if (isEndless(lifetime)) return endless(fact, lifetime, policy, context);
    const overlong = findOverlong(lifetime, policy.maxSessionLifetime);
    if (overlong === undefined) return undefined;
    const { witness, says, help, fixes } = overlong;
    return {
      at: lifetime.span,
      message: `\`${fact.display}\` keeps a session that ${says}.`,
      because: 'A session that is stolen, or left open on a shared machine, works for as long as it lives.',
      help: help ?? 'Shorten it, and let people sign in again from time to time.',
      related: stepsTo(witness.place, witness.trail, lifetime.span, context.file, 'the lifetime is written here'),
      fixes: isSharedByUnits(witness, context.facts) ? [] : fixes,
    };
  },
});

function keepsSessions(fact: Subject, { facts, settings: { policy } }: RuleContext): boolean {
  if (fact.kind === 'SessionSetup') return true;
  const { by, carriesSession } = fact.attributes;
  if (by.constant !== 'server' || !carriesSession.constant || isDeletion(fact)) return false;
  if (carriesSession.constant === 'named' && findAuthCookie(fact) === undefined) return false;
  // What is sealed in the cookie, or kept in the store, may end before the cookie does.
  return !facts.some(
    (other) =>
      other.kind === 'SessionSetup' && isSameCall(fact, other) && endsInTime(other.attributes.lifetime, policy),
  );
}

function endsInTime(lifetime: Setting<Lifetime>, { maxSessionLifetime }: Policy): boolean {
  return isCertainly(lifetime, (value) => typeof value === 'number' && value <= maxSessionLifetime);
}

function isEndless(lifetime: Setting<Lifetime>): boolean {
  const isNever = (value: Lifetime): boolean => value === 'never';
  return findWitness(lifetime, isNever) !== undefined || isCertainly(lifetime, isNever);
}

function endless(fact: Subject, lifetime: Setting<Lifetime>, policy: Policy, { file }: RuleContext): Problem {
  const allowed = policy.maxSessionLifetime;
  const { site } = lifetime;
  return {
    at: lifetime.span,
    // The options are often shared by many calls.
    ...(site?.kind === 'object' && { cause: { file: site.file, span: site.object.span } }),
    message: `\`${fact.display}\` seals a session that never ends.`,
    because: 'Whoever has a copy of the cookie is signed in for good: the server cannot tell that it is an old one.',
    help: `Give it an end; the policy allows ${spokenDuration(allowed)}.`,
    related: stepToSite(lifetime, file, 'the options are written here'),
    fixes: lifetimeChoices('Let the session end', lifetime, [DAY, 7 * DAY, 30 * DAY], allowed),
  };
}
