import { findWitness, isCertainly } from '../../facts/judge';
import { rule, stepsTo } from '../rule';
import { alwaysSecureFix, autoSecureFix, lacksSecure, spokenCookie } from './attributes';
import { isReportable } from './relevance';

export default rule({
  id: 'cookie-samesite-none',
  summary: 'A cookie with SameSite=None and without Secure is dropped by browsers',
  severity: 'error',
  preset: 'recommended',
  cwe: [1275],
  asvs: ['3.3.2'],
  standards: ['RFC 6265bis §5.7', 'OWASP Cross-Site Request Forgery Prevention'],
  securitySeverity: 5.4,
  on: ['CookieWrite'],

  check(cookie, { settings, file }) {
    if (!isReportable(cookie, settings)) return undefined;
    const { sameSite, secureByRequest } = cookie.attributes;
    const witness = findWitness(sameSite, (value) => value === 'none');
    if (witness === undefined || !lacksSecure(cookie)) return undefined;
    // Without Secure such a cookie never arrives: setting it takes nothing away where SameSite is always None.
    const safety = isCertainly(sameSite, (value) => value === 'none') ? 'safe' : 'suggestion';
    return {
      at: sameSite.span,
      message: `\`${cookie.display}\` writes ${spokenCookie(cookie)} with SameSite=None but without Secure.`,
      because: 'Browsers drop such a cookie, and those that keep it send it to every site over plain HTTP.',
      help: "Set `secure: true` beside it, or `sameSite: 'lax'` when no other site has to send the cookie.",
      related: stepsTo(witness.place, witness.trail, sameSite.span, file, 'SameSite=None is written here'),
      fixes: secureByRequest.constant ? autoSecureFix(cookie) : alwaysSecureFix(cookie, safety),
    };
  },
});
