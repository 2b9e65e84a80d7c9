import { findWitness } from '../../facts/judge';
import { rule, stepsTo, stepToSite } from '../rule';
import { allAttributesFix, lacksSameSite, sameSiteFix, spokenCookie } from './attributes';
import { isReportable, isTransaction } from './relevance';

export default rule({
  id: 'cookie-missing-samesite',
  summary: 'An auth cookie without SameSite leaves it to each browser whether other sites can use it',
  severity: 'warning',
  preset: 'recommended',
  cwe: [1275],
  asvs: ['3.3.2'],
  standards: ['RFC 6265bis §4.1.2.7', 'OWASP Cross-Site Request Forgery Prevention'],
  securitySeverity: 4.3,
  on: ['CookieWrite'],

  check(cookie, { settings, file, shows }) {
    if (!isReportable(cookie, settings) || !lacksSameSite(cookie)) return undefined;
    const { sameSite } = cookie.attributes;
    const invalid = findWitness(sameSite, (value) => value === 'invalid');
    const isAtHome = shows('cross-site') === false && !isTransaction(cookie);
    const what = invalid === undefined ? 'SameSite is missing' : 'browsers do not know this SameSite';
    return {
      at: sameSite.span,
      message: `\`${cookie.display}\` lets other sites send ${spokenCookie(cookie)} along: ${what}.`,
      because: 'A page of another site can make the browser send requests in the name of the user (CSRF).',
      help: "Set `sameSite: 'lax'`, or `'strict'` where no link from outside leads into the application.",
      related:
        invalid === undefined
          ? stepToSite(sameSite, file, 'the options are written here')
          : stepsTo(invalid.place, invalid.trail, sameSite.span, file, 'the value is written here'),
      fixes: [...sameSiteFix(cookie, isAtHome ? 'safe' : 'suggestion'), ...allAttributesFix(cookie)],
    };
  },
});
