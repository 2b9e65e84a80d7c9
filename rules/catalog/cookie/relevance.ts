import { findAuthCookie, isDeletion } from '../../facts/derive/cookie';
import { judgeName } from '../../facts/derive/credentialName';
import type { FactOf } from '../../facts/schema';
import type { Settings } from '../../settings';

/** Whether the attributes of a server's cookie are worth a word: it authenticates, or the user wants all of them. */
export function isReportable(fact: FactOf<'CookieWrite'>, settings: Settings): boolean {
  if (fact.guarded || fact.attributes.by.constant !== 'server') return false;
  if (findAuthCookie(fact) !== undefined) return true;
  if (settings.cookies !== 'all' || isDeletion(fact)) return false;
  // A double-submit cookie has to be read by script.
  return !fact.attributes.name.values.some(({ value }) => judgeName(value, 'cookie') === 'never');
}
