import type { VerifierCare } from '../../world';
import type { Fact, FactOf, Flow } from '../schema';

/** What tells a key from others, without what it is: the variable or property that it is read from, and where it is written. */
export function keyMarks({ leaves }: Flow): readonly string[] {
  return leaves.flatMap(({ origin, place, names }) => {
    if (origin.kind === 'environment') return origin.name === undefined ? [] : [`env ${origin.name}`];
    if (origin.kind === 'nothing') return [];
    const at = `at ${place.file}:${place.span.start}`;
    const name = names[names.length - 1];
    // `this.jwtSecret` of a record is what others read as `user.jwtSecret`.
    return origin.kind === 'unknown' && origin.at === 'property' && name !== undefined ? [at, `as ${name}`] : [at];
  });
}

/** What a verifier makes sure of beside the signature. */
export function caresOf({ use }: FactOf<'TokenVerify'>): readonly VerifierCare[] {
  if (use === undefined) return [];
  const { limitsAge, looksUp, loadsUser } = use.aftercare;
  return [
    ...(limitsAge ? (['limits-age'] as const) : []),
    ...(looksUp ? (['looks-up'] as const) : []),
    ...(loadsUser ? (['loads-user'] as const) : []),
  ];
}

/** Whether a verifier of what this signs, in the same file or in another of the package, makes sure of one of these. */
export function isCaredFor(
  { attributes: { key } }: FactOf<'TokenSign'>,
  cares: readonly VerifierCare[],
  { facts, hasVerifier }: { readonly facts: readonly Fact[]; hasVerifier(care: VerifierCare, key: string): boolean },
): boolean {
  const marks = keyMarks(key);
  const isHere = facts.some(
    (fact) =>
      fact.kind === 'TokenVerify' &&
      caresOf(fact).some((care) => cares.includes(care)) &&
      keyMarks(fact.attributes.key).some((mark) => marks.includes(mark)),
  );
  return isHere || cares.some((care) => marks.some((mark) => hasVerifier(care, mark)));
}
