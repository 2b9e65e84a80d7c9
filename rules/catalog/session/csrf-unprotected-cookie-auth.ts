import { findWitness } from '../../facts/judge';
import type { Fact, FactOf } from '../../facts/schema';
import type { Settings } from '../../settings';
import { lacksHttpOnly, lacksSameSite, lacksSecure, spokenCookie } from '../cookie/attributes';
import { isReportable } from '../cookie/relevance';
import { rule, stepsTo } from '../rule';

export default rule({
  id: 'csrf-unprotected-cookie-auth',
  summary: 'Routes that change something take a cookie that every site can have sent, and ask nothing else',
  severity: 'warning',
  preset: 'strict',
  cwe: [352],
  asvs: ['3.5.1'],
  standards: ['OWASP Cross-Site Request Forgery Prevention'],
  securitySeverity: 6.5,
  on: ['CookieWrite'],

  check(cookie, { facts, settings, file }) {
    if (!isReportable(cookie, settings)) return undefined;
    const { sameSite } = cookie.attributes;
    const witness = findWitness(sameSite, (value) => value === 'none');
    const routes = facts.filter(isOpen);
    const [first] = routes;
    if (witness === undefined || first === undefined || facts.some((other) => isReported(other, settings)))
      return undefined;
    return {
      at: sameSite.span,
      message: `Every site can have the browser send ${spokenCookie(cookie)} to \`${first.attributes.route.constant}\`, which asks for nothing else.`,
      because: 'A page of another site submits a form in the name of whoever visits it (CSRF).',
      help: "Compare the `Origin` of requests that change something, or ask for a CSRF token; or set `sameSite: 'lax'`.",
      related: [
        ...stepsTo(witness.place, witness.trail, sameSite.span, file, 'the value is written here'),
        ...routes.map(({ calleeSpan }) => ({ file, span: calleeSpan, message: 'it changes something' })),
      ],
    };
  },
});

/** A route that a form of any site reaches. */
function isOpen(fact: Fact): fact is FactOf<'StateChange'> {
  if (fact.kind !== 'StateChange' || fact.guarded) return false;
  const { takesForms, isDefended } = fact.attributes;
  return takesForms.constant && !isDefended.constant;
}

/** Whether a cookie is reported as it is written: with that mended, the rest may be different. */
function isReported(fact: Fact, settings: Settings): boolean {
  if (fact.kind !== 'CookieWrite' || !isReportable(fact, settings)) return false;
  return lacksHttpOnly(fact) || lacksSecure(fact) || lacksSameSite(fact);
}
