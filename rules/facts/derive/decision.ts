import { wordSet, wordsOf } from '../../text/words';
import { isCertainly } from '../judge';
import type { FactOf } from '../schema';
import type { ClaimUse } from '../schema/claims';

/** What code decides by a claim. */
export interface Decision {
  readonly claim: string | undefined;
  /**
   * `identity`: who the request is from; `access`: what it may do; `lookup`: whose record is read or changed; `vouched`: a
   * function that says it checks tokens gives it on.
   */
  readonly kind: 'identity' | 'access' | 'lookup' | 'vouched';
}

/** Claims by which code chooses a key, an issuer or a moment: whoever forges them gains nothing by it alone. */
const ROUTING = wordSet(
  'exp iat nbf jti iss aud azp tid kid alg typ type cty ver nonce sid auth_time at_hash header signature token_use tokentype client_id ' +
    'clientid appid tenant tenantid expiresat expires_at expires_in issuedat notbefore audiences issuer jwtid length',
);
/** Words of claims that say who somebody is. */
const WHO = wordSet(
  'sub subject id uid userid user username email mail oid upn login account accountid member customer owner phone',
);
/** Words of claims that say what somebody may do. */
const MAY = wordSet(
  'role roles permission permissions scope scopes scp admin superuser staff group groups plan tier privileges rights',
);

/** Names that are looked at for the function that a token is read in: those of variables come first. */
const MAX_NAMES = 3;
/** First and last words of functions that check tokens. */
const CHECKS = wordSet('verify validate authenticate');
const TOKENS = wordSet('token jwt');

/** Functions that say once for every request who it is from. */
const CONTEXTS = new Set(['context', 'createContext', 'getContext', 'buildContext']);

/** The decisions that the claims of a token make, the weightiest first. */
export function decisionsOf({ around, attributes: { claims, reads } }: FactOf<'TokenDecode'>): readonly Decision[] {
  const isSession = isCertainly(reads, (part) => part === 'session');
  const isContext = claims.source === 'request' && around.slice(0, 2).some((name) => CONTEXTS.has(name));
  const isVouched = claims.source === 'parameter' && around.slice(0, MAX_NAMES).some(saysCheckOfToken);
  const found = claims.uses.flatMap((use): readonly Decision[] => {
    if (isContext && use.as === 'returned') return [{ claim: use.claim, kind: 'identity' }];
    if (isSession && use.isRequired === true) return [{ claim: use.claim, kind: 'access' }];
    if (isVouched && use.as === 'returned' && !isRouting(use.claim)) return [{ claim: use.claim, kind: 'vouched' }];
    return decisionOf(use, isSession || claims.role === 'entry');
  });
  const rank = { identity: 0, access: 1, lookup: 2, vouched: 3 } as const;
  return [...found].sort((one, other) => rank[one.kind] - rank[other.kind]);
}

/** `verifyToken`, `validateInviteToken`, `authenticateJwt`. */
function saysCheckOfToken(name: string): boolean {
  const words = wordsOf(name);
  return CHECKS.has(words[0] ?? '') && TOKENS.has(words[words.length - 1] ?? '');
}

/** Whether a claim says no more than where a token belongs, and when it ends. */
export function isRouting(claim: string | undefined): boolean {
  return claim !== undefined && ROUTING.has(claim.toLowerCase());
}

function decisionOf({ claim, as }: ClaimUse, isEntry: boolean): readonly Decision[] {
  if (isRouting(claim)) return [];
  switch (as) {
    case 'identity':
      return [{ claim, kind: 'identity' }];
    case 'compared':
      return claim === undefined ? [] : [{ claim, kind: 'access' }];
    case 'presence':
      return claim !== undefined && saysMay(claim) ? [{ claim, kind: 'access' }] : [];
    case 'argument':
      return isEntry && claim !== undefined && saysWho(claim) ? [{ claim, kind: 'lookup' }] : [];
    case 'returned':
      return [];
  }
}

/** `isAdmin`, `hasAccess`, `roles`. */
function saysMay(claim: string): boolean {
  const words = wordsOf(claim);
  return /^(?:is|has|can)$/.test(words[0] ?? '') || words.some((word) => MAY.has(word));
}

function saysWho(claim: string): boolean {
  const words = wordsOf(claim);
  const last = words[words.length - 1] ?? '';
  return WHO.has(words.join('')) || WHO.has(last) || MAY.has(last);
}
