import type { Where } from '../../models/shape/places';
import type { ClaimsSlot } from '../../models/shape/slots';
import { hasCheck } from '../../resolve/around/trust';
import { type Use, usesOf } from '../../resolve/around/uses';
import { type FunctionLikeDeclaration, isFunctionLike, isIdentifier, type Node, nodeAt } from '../../syntax';
import type { Claims } from '../schema/claims';
import type { Site } from '../site';
import { termsAt } from '../values/terms';
import { claimOf } from './claimUses';

const UNKNOWN: Claims = { uses: [], source: 'request', isTrusted: true, role: 'middleware' };

/**
 * What becomes of claims that a function of this file is handed. One of another file may check the token, and so may one
 * that looks at the request, or at the token itself.
 */
export function claimsHandedTo(where: Where, places: ClaimsSlot['claimsAt'], site: Site): Claims {
  const handler = handlerAt(where, site);
  if (handler === undefined) return UNKNOWN;
  const { scope, references } = site.report;
  const [claims, ...others] = handler.parameters.map(({ name }) => name);
  const usesOfName = (name: Node): readonly Node[] => {
    const id = isIdentifier(name) ? scope.find(name.text, name) : undefined;
    return id === undefined ? [] : references.to(id);
  };
  if (others.some((name) => !isIdentifier(name) || usesOfName(name).length > 0)) return UNKNOWN;
  if (hasCheck(handler, undefined, scope)) return UNKNOWN;
  if (claims === undefined) return { ...UNKNOWN, isTrusted: false };
  if (!isIdentifier(claims)) return UNKNOWN;
  const uses: readonly Use[] = usesOfName(claims).flatMap((use) => usesOf(use, scope, references));
  // The token itself, or what it is signed with.
  const isLookedAt = uses.some((use) => claimOf(use, places).length === 0);
  return { ...UNKNOWN, uses: uses.flatMap((use) => claimOf(use, places)), isTrusted: isLookedAt };
}

function handlerAt(where: Where, site: Site): FunctionLikeDeclaration | undefined {
  const { evaluator, report } = site;
  const [first, ...others] = (termsAt(where, site) ?? []).flatMap(
    ({ term, frame }) => evaluator.evaluate(term, frame).possible,
  );
  if (first?.value.kind !== 'function' || others.length > 0 || first.place.file !== report.file) return undefined;
  let node: Node | undefined = nodeAt(report.tree, first.place.span.start);
  while (node !== undefined && !isFunctionLike(node)) node = node.parent;
  return node as FunctionLikeDeclaration | undefined;
}
