import { wordSet, wordsOf } from '../../text/words';
import type { FactOf } from '../schema';

/** Words of functions and routes that expired tokens are for. */
const PURPOSES = wordSet('refresh renew renewal rotate reissue revoke revocation blacklist denylist expired');
/** What says what a token's owner may do, which must not outlive the token. */
const AUTHORITY = /^(?:is_?admin|roles?|permissions?|scopes?|groups?|plan)$/i;

/** Whether a check that accepts expired tokens is there to learn whose they are: for a refresh, or a logout. */
export function acceptsExpired({ around, use, attributes: { verdict } }: FactOf<'TokenVerify'>): boolean {
  if (verdict.constant === 'responds') return false;
  const isNamed = around.some(
    (name) => wordsOf(name).some((word) => PURPOSES.has(word)) || /(?:log|sign)[-_]?out/i.test(name),
  );
  if (!isNamed) return false;
  return (use?.parts ?? []).every((part) => !AUTHORITY.test(part));
}
