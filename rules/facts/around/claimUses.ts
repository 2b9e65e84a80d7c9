import type { ClaimsSlot } from '../../models/shape/slots';
import { lastNameOf } from '../../resolve/around/chainNames';
import type { Use } from '../../resolve/around/uses';
import type { Aftermath } from '../../resolve/module/aftermath';
import { isCallExpression } from '../../syntax';
import type { Claims, ClaimUse } from '../schema/claims';
import type { Site } from '../site';
import { claimsHandedTo } from './handedClaims';

const NOTHING: Aftermath = { uses: [], source: 'other', isTrusted: false, role: 'function' };

/** What becomes of the claims that a call gives: in its own function, and where that returns them, in the one that calls it. */
export function claimsAt(slot: ClaimsSlot, site: Site): Claims {
  const { claimsAt: places, handedTo, lookedAtBy } = slot;
  if (handedTo !== undefined) return claimsHandedTo(handedTo, places, site);
  const found = claimsGiven(places, site);
  if (lookedAtBy === undefined) return found;
  return { ...found, source: 'request', isTrusted: found.isTrusted || calls(lookedAtBy, site) };
}

function calls(names: readonly string[], { report: { scope } }: Site): boolean {
  return scope.sites.some((one) => isCallExpression(one) && names.includes(lastNameOf(one.expression)));
}

function claimsGiven(places: ClaimsSlot['claimsAt'], site: Site): Claims {
  const outer = site.outer() ?? NOTHING;
  if (site.isDirect) return toClaims(outer, outer.uses, places);
  const inner = site.action.aftermath ?? NOTHING;
  const returned = inner.uses.filter(({ as }) => as === 'returned');
  const uses = [...inner.uses, ...returned.flatMap((one) => outer.uses.flatMap((use) => continued(one, use)))];
  const source = inner.source === 'parameter' ? outer.source : inner.source;
  const isTrusted = inner.isTrusted || outer.isTrusted;
  const role = outer === NOTHING ? inner.role : outer.role;
  return toClaims({ uses, source, isTrusted, role }, uses, places);
}

/** A use of what a function returns, as a use of what it was made of. */
function continued({ path, at }: Use, use: Use): readonly Use[] {
  const isWithin = at.every((key, index) => use.path[index] === key);
  if (isWithin) return [{ ...use, path: [...path, ...use.path.slice(at.length)] }];
  const isAround = use.path.every((key, index) => at[index] === key);
  return isAround && (use.as === 'identity' || use.as === 'argument') ? [{ ...use, path }] : [];
}

function toClaims(
  { source, isTrusted, role }: Aftermath,
  uses: readonly Use[],
  places: ClaimsSlot['claimsAt'],
): Claims {
  return { uses: uses.flatMap((use) => claimOf(use, places)), source, isTrusted, role };
}

export function claimOf({ path, as, isRequired }: Use, places: ClaimsSlot['claimsAt']): readonly ClaimUse[] {
  const longest = [...places].sort((one, other) => other.length - one.length);
  const place = longest.find((one) => one.every((key, index) => path[index] === key));
  if (place === undefined) return [];
  const [claim] = path.slice(place.length);
  return [isRequired === true ? { claim, as, isRequired } : { claim, as }];
}
