import { wordsOf } from '../../text/words';
import type { FactOf } from '../schema';

/** Words of functions and routes that expired tokens are for. */
const PURPOSES = new Set(
  'refresh renew renewal rotate reissue revoke revocation blacklist denylist expired'.split(' '),
);
/** What says whose a token is, and no more. */
const IDENTIFIERS = new Set(
  'sub id _id uid user_id userid account_id accountid jti sid session_id sessionid email username payload exp iat'.split(
    ' ',
  ),
);

/** Whether a check that accepts expired tokens is there to learn whose they are: for a refresh, or a logout. */
export function acceptsExpired({ around, use, attributes: { verdict } }: FactOf<'TokenVerify'>): boolean {
  if (verdict.constant === 'responds') return false;
  const isNamed = around.some(
    (name) => wordsOf(name).some((word) => PURPOSES.has(word)) || /(?:log|sign)[-_]?out/i.test(name),
  );
  if (!isNamed) return false;
  const parts = use?.parts ?? [];
  return parts.every((part) => IDENTIFIERS.has(part.toLowerCase()));
}
