import { findAuthCookie, isDeletion } from '../../facts/derive/cookie';
import { judgeName } from '../../facts/derive/credentialName';
import type { FactOf } from '../../facts/schema';
import type { Settings } from '../../settings';
import { wordSet, wordsOf } from '../../text/words';

/** Whether the attributes of a server's cookie are worth a word: it authenticates, or the user wants all of them. */
export function isReportable(fact: FactOf<'CookieWrite'>, settings: Settings): boolean {
  if (fact.guarded || fact.attributes.by.constant !== 'server') return false;
  if (findAuthCookie(fact) !== undefined) return true;
  if (settings.cookies !== 'all' || isDeletion(fact)) return false;
  // A double-submit cookie has to be read by script.
  return !fact.attributes.name.values.some(({ value }) => judgeName(value, 'cookie') === 'never');
}

/** Words of cookies that come back with the answer of a provider, which may be a form of another site. */
const TRANSACTION = wordSet('state nonce pkce verifier challenge oauth oidc openid saml callback transaction flow');

/** Whether a cookie carries no more than one sign-in by a provider. */
export function isTransaction({ attributes: { name } }: FactOf<'CookieWrite'>): boolean {
  return name.values.some(({ value }) => wordsOf(value).some((word) => TRANSACTION.has(word)));
}
