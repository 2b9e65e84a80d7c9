import { findWitness, isCertainly } from '../../facts/judge';
import type { FactOf } from '../../facts/schema';
import { type Problem, type RuleContext, rule, stepsTo } from '../rule';
import { alwaysSecureFix, autoSecureFix, lacksSecure, spokenCookie } from './attributes';
import { isReportable, isTransaction } from './relevance';

type CookieWrite = FactOf<'CookieWrite'>;

export default rule({
  id: 'cookie-samesite-none',
  summary: 'A cookie with SameSite=None is dropped without Secure, and comes with requests of every site with it',
  severity: 'error',
  preset: 'recommended',
  cwe: [1275],
  asvs: ['3.3.2'],
  standards: ['RFC 6265bis §5.7', 'OWASP Cross-Site Request Forgery Prevention'],
  securitySeverity: 5.4,
  on: ['CookieWrite'],

  check(cookie, context) {
    const { settings, file } = context;
    if (!isReportable(cookie, settings)) return undefined;
    const { sameSite, secureByRequest } = cookie.attributes;
    const witness = findWitness(sameSite, (value) => value === 'none');
    if (witness === undefined || !lacksSecure(cookie)) return crossSiteProblem(cookie, context);
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

/** The cookie may arrive: nothing looks at where requests come from, in an application whose parsers are known. */
function crossSiteProblem(cookie: CookieWrite, { file, shows }: RuleContext): Problem | undefined {
  const { sameSite } = cookie.attributes;
  // Where a test of the environment chooses None, it is for production: elsewhere there is no second site.
  const witness = sameSite.values.find(({ source, value }) => source === 'written' && value === 'none');
  const takesForms = shows('forms');
  if (witness === undefined || lacksSecure(cookie) || shows('origin-check') !== false || isTransaction(cookie))
    return undefined;
  if (takesForms !== true && shows('json') !== true) return undefined;
  return {
    at: sameSite.span,
    severity: takesForms === true ? 'warning' : 'information',
    message: `Every site can have the browser send ${spokenCookie(cookie)} along: SameSite=None, and nothing here looks at where a request comes from.`,
    because: takesForms === true ? FORMS : SCRIPTS,
    help: "Compare the `Origin` of requests that change something, or ask for a CSRF token; or set `sameSite: 'lax'`.",
    related: stepsTo(witness.place, witness.trail, sameSite.span, file, 'SameSite=None is written here'),
  };
}

const FORMS = 'A page of another site submits a form in the name of whoever visits it (CSRF).';
const SCRIPTS =
  'A page of another site sends requests in the name of whoever visits it, wherever no JSON is insisted on.';
