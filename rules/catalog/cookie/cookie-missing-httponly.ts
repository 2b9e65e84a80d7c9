import { findWitness } from '../../facts/judge';
import { rule, stepsTo, stepToSite } from '../rule';
import { allAttributesFix, httpOnlyFix, lacksHttpOnly, spokenCookie } from './attributes';
import { isReportable } from './relevance';

export default rule({
  id: 'cookie-missing-httponly',
  summary: 'An auth cookie without HttpOnly can be read by any script of the page',
  severity: 'error',
  preset: 'recommended',
  cwe: [1004],
  asvs: ['3.3.4'],
  standards: ['RFC 6265 §4.1.2.6', 'OWASP Session Management'],
  securitySeverity: 7.5,
  on: ['CookieWrite'],

  check(cookie, { settings, file }) {
    if (!isReportable(cookie, settings) || !lacksHttpOnly(cookie)) return undefined;
    const { httpOnly } = cookie.attributes;
    const witness = findWitness(httpOnly, (value) => !value);
    const spoken = spokenCookie(cookie);
    return {
      at: httpOnly.span,
      message: `\`${cookie.display}\` leaves ${spoken} open to scripts: HttpOnly is ${witness === undefined ? 'missing' : 'switched off'}.`,
      because: 'One XSS is enough to read the cookie and take the session over.',
      help: 'Set `httpOnly: true`; code in the page that reads the cookie has to ask the server instead.',
      related:
        witness === undefined
          ? stepToSite(httpOnly, file, 'the options are written here')
          : stepsTo(witness.place, witness.trail, httpOnly.span, file, 'HttpOnly is switched off here'),
      fixes: [...httpOnlyFix(cookie), ...allAttributesFix(cookie)],
    };
  },
});
