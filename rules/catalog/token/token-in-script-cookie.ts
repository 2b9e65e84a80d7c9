import { cookieName, findAuthCookie } from '../../facts/derive/cookie';
import type { CredentialEvidence } from '../../facts/derive/credential';
import type { FactOf } from '../../facts/schema';
import { removalFix } from '../removal';
import { rule } from '../rule';

export default rule({
  id: 'token-in-script-cookie',
  summary: 'A token that script puts into a cookie can be read by any script of the page',
  severity: 'error',
  preset: 'recommended',
  cwe: [1004],
  asvs: ['3.3.4'],
  standards: ['RFC 6265bis §5.7', 'OWASP Session Management'],
  securitySeverity: 7.5,
  on: ['CookieWrite'],

  check(cookie, { file }) {
    if (cookie.guarded || cookie.attributes.by.constant !== 'script') return undefined;
    const evidence = findAuthCookie(cookie);
    if (evidence === undefined) return undefined;
    const { strength, leaf } = evidence;
    return {
      at: cookie.attributes.value.span,
      message: `\`${cookie.display}\` writes ${spoken(cookie, evidence)}, which every script of the page can read.`,
      because: 'A script can never set HttpOnly, so one XSS is enough to copy the token and use it from anywhere.',
      help: 'Let the server set the cookie, with HttpOnly, Secure and SameSite, when it issues the token.',
      related:
        strength === 'origin' && leaf !== undefined ? [{ ...leaf.place, message: 'the token comes from here' }] : [],
      fixes: removalFix('Remove this write', file, cookie.statement),
    };
  },
});

/** The cookie that is one by its own name, or what it carries. */
function spoken(cookie: FactOf<'CookieWrite'>, { name, strength }: CredentialEvidence): string {
  if (name === undefined) return `${strength === 'literal' ? 'a JWT' : 'a signed token'} into a cookie`;
  return name === cookieName(cookie) ? `the auth cookie \`${name}\`` : `the token \`${name}\` into a cookie`;
}
