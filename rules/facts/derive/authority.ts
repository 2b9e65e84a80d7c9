import { wordSet, wordsOf } from '../../text/words';
import type { FactOf } from '../schema';
import type { Claim } from '../schema/flows';

/** Names end in one of these: what somebody may do, or has paid for. */
const AUTHORITY = wordSet('role roles permission permissions plan tier entitlements authorities admin superuser');
/** Claims by which a verifier asks a store: a session, a version, a date. */
const CHECKABLE = wordSet(
  'version tokenversion token_version sid session sessionid session_id jti ver epoch generation stamp securitystamp',
);

/** The claims that grant something, where nothing in the token lets a verifier find out that it was taken back. */
export function authorityClaims({ attributes: { payload } }: FactOf<'TokenSign'>): readonly Claim[] {
  const said = payload.claims.filter(({ guarded }) => !guarded);
  if (said.some(({ name }) => isCheckable(name))) return [];
  return said.filter((claim) => isAuthority(claim) && !isConstant(claim));
}

function isAuthority({ name }: Claim): boolean {
  const words = wordsOf(name);
  return AUTHORITY.has(words[words.length - 1] ?? '');
}

function isCheckable(name: string): boolean {
  const words = wordsOf(name);
  return CHECKABLE.has(name.toLowerCase()) || words[words.length - 1] === 'version' || words.includes('session');
}

/** What every token of this kind says, nobody takes back. */
function isConstant({ leaves }: Claim): boolean {
  return leaves.length > 0 && leaves.every(({ origin: { kind } }) => kind === 'literal' || kind === 'nothing');
}
