import type { LiveModule } from '../../resolve/module/module';
import type { TokenPurpose, TokenUse } from '../../world';
import { purposeOf } from '../derive/purpose';
import type { Fact, FactOf } from '../schema';

/** What a file makes tokens for with functions of other files, which say themselves how long the tokens live. */
export function tokenUses(facts: readonly Fact[], { file }: LiveModule): readonly TokenUse[] {
  return facts.flatMap((fact): readonly TokenUse[] => {
    if (fact.kind !== 'TokenSign' || fact.guarded || !fact.attributes.lifetime.complete) return [];
    const signedAt = fact.via.at(-1);
    const purpose = purposeOf(fact);
    if (purpose === undefined || signedAt === undefined || signedAt.file === file) return [];
    return [{ purpose, use: { file, span: fact.calleeSpan }, signedAt, lifetimes: lifetimesOf(fact) }];
  });
}

/** Whether a call hands over how long the token lives. */
export function bringsLifetime({ attributes: { lifetime }, calleeSpan }: FactOf<'TokenSign'>): boolean {
  return lifetime.span.start >= calleeSpan.end;
}

/** Those that neither the call brings nor the function around the library's says by itself. */
function lifetimesOf(sign: FactOf<'TokenSign'>): TokenUse['lifetimes'] {
  if (bringsLifetime(sign)) return [];
  const { attributes, provenBy } = sign;
  const { lifetime } = attributes;
  if (provenBy.some((proof) => proof.kind === 'TokenSign' && proof.attributes.lifetime.complete)) return [];
  return lifetime.values.flatMap(({ value, place, guarded }) =>
    typeof value === 'number' && !guarded ? [{ seconds: value, place }] : [],
  );
}

/** Those of the uses that are of what a call signs. */
export function usesOf(
  { via, calleeSpan }: FactOf<'TokenSign'>,
  uses: readonly TokenUse[],
  file: string,
): readonly TokenUse[] {
  if (via.length > 0) return [];
  return uses.filter(({ signedAt }) => signedAt.file === file && signedAt.span.start === calleeSpan.start);
}

/** What all uses of a token are for; `undefined` where there is none, or where they differ. */
export function commonPurpose(uses: readonly TokenUse[]): TokenPurpose | undefined {
  const [first, ...others] = new Set(uses.map(({ purpose }) => purpose));
  return others.length === 0 ? first : undefined;
}
