import { cookieName, findAuthCookie } from '../../facts/derive/cookie';
import { assign } from '../../facts/edit';
import { findWitness, isCertainly } from '../../facts/judge';
import type { FactOf } from '../../facts/schema';
import { type Problem, rule, stepsTo } from '../rule';
import { spokenCookie } from './attributes';

/** Names that belong to one host however they are written. */
const NO_PARENT = /^\.?(?:localhost|[\d.]+|\[.*\])$/;

export default rule({
  id: 'cookie-broad-scope',
  summary: 'An auth cookie is shared with other hosts, or could be planted by them',
  severity: 'information',
  preset: 'strict',
  cwe: [565, 668],
  asvs: ['3.3.1', '3.3.3'],
  standards: ['RFC 6265bis §4.1.3', 'OWASP Session Management'],
  securitySeverity: 3.1,
  on: ['CookieWrite'],

  check(cookie, { file }) {
    if (cookie.guarded || cookie.attributes.by.constant !== 'server' || findAuthCookie(cookie) === undefined)
      return undefined;
    return withDomain(cookie, file) ?? (lacksPrefix(cookie) && isWholeHost(cookie) ? withoutPrefix(cookie) : undefined);
  },
});

/** A Domain hands the cookie to every host below it. */
function withDomain(cookie: FactOf<'CookieWrite'>, file: string): Problem | undefined {
  const { domain } = cookie.attributes;
  const witness = findWitness(domain, (value) => value !== '' && !NO_PARENT.test(value));
  // With `__Secure-` it is shared on purpose: `__Host-` allows no Domain.
  if (witness === undefined || saysSecure(cookie)) return undefined;
  const isWritten = domain.site?.kind === 'value';
  // A cookie that could have the prefix then is renamed first.
  const edits = isWritten && !lacksPrefix(cookie) ? assign({ setting: domain, code: () => 'undefined' }) : undefined;
  return {
    at: domain.span,
    message: `\`${cookie.display}\` hands ${spokenCookie(cookie)} to every host below \`${witness.value.replace(/^\./, '')}\`.`,
    because: 'One of them that is weak, forgotten or rented out is enough to read the cookie.',
    help: 'Leave Domain out, so that the cookie stays with the host that wrote it.',
    related: stepsTo(witness.place, witness.trail, domain.span, file, 'the domain is written here'),
    fixes: edits === undefined ? [] : [{ title: 'Leave Domain out', safety: 'suggestion', edits }],
  };
}

/** Without `__Host-`, a host next to this one may write a cookie of the same name. Renaming it takes its readers too. */
function withoutPrefix(cookie: FactOf<'CookieWrite'>): Problem {
  return {
    at: cookie.attributes.name.span,
    message: `\`${cookie.display}\` writes ${spokenCookie(cookie)} without the prefix \`__Host-\`.`,
    because:
      'A host next to this one, or a page over plain HTTP, can plant a cookie of the same name, and with it a session of its own.',
    help: `Call it \`__Host-${cookieName(cookie)?.replace(/^__Secure-/, '')}\` where it is written and where it is read, with Secure and Path=/.`,
  };
}

/** Whether the cookie could have the prefix once it is Secure, as far as its name and Path tell. */
function lacksPrefix(cookie: FactOf<'CookieWrite'>): boolean {
  const { path, prefix } = cookie.attributes;
  const name = cookieName(cookie);
  if (name === undefined || name.startsWith('__Host-')) return false;
  return (
    isCertainly(path, (value) => value === '' || value === '/') && isCertainly(prefix, (value) => value !== 'host')
  );
}

function saysSecure(cookie: FactOf<'CookieWrite'>): boolean {
  const isPrefixed = isCertainly(cookie.attributes.prefix, (value) => value === 'secure');
  return isPrefixed || cookieName(cookie)?.startsWith('__Secure-') === true;
}

function isWholeHost({ attributes: { domain } }: FactOf<'CookieWrite'>): boolean {
  return isCertainly(domain, (value) => value === '');
}
