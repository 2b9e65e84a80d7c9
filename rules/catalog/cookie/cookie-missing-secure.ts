import { findWitness } from '../../facts/judge';
import { rule, stepsTo, stepToSite } from '../rule';
import { allAttributesFix, lacksSecure, secureFixes, spokenCookie } from './attributes';
import { isReportable } from './relevance';

export default rule({
  id: 'cookie-missing-secure',
  summary: 'An auth cookie without Secure also travels over plain HTTP',
  severity: 'warning',
  preset: 'recommended',
  cwe: [614],
  asvs: ['3.3.1'],
  standards: ['RFC 6265 §4.1.2.5', 'OWASP Session Management'],
  securitySeverity: 5.3,
  on: ['CookieWrite'],

  check(cookie, { settings, file }) {
    if (!isReportable(cookie, settings) || !lacksSecure(cookie)) return undefined;
    const { secure, behindProxy } = cookie.attributes;
    const witness = findWitness(secure, (value) => value === false);
    const proxy =
      behindProxy.constant === 'dropped'
        ? ' Behind a TLS proxy, set `trust proxy` too, or every request looks like plain HTTP.'
        : '';
    return {
      at: secure.span,
      message: `\`${cookie.display}\` sends ${spokenCookie(cookie)} over plain HTTP too: Secure is ${witness === undefined ? 'missing' : 'switched off'}.`,
      because: 'Anyone on the network path of one unencrypted request can read the cookie and take the session over.',
      help: `Set \`secure\`, at least in production.${proxy}`,
      related:
        witness === undefined
          ? stepToSite(secure, file, 'the options are written here')
          : stepsTo(witness.place, witness.trail, secure.span, file, 'Secure is switched off here'),
      fixes: secureFixes(cookie).toSpliced(1, 0, ...allAttributesFix(cookie)),
    };
  },
});
