import type { Action } from '../../resolve/module/actions';
import type { Fact } from '../schema';

/** What functions prove by themselves, to be taken by what they are at a call: each once, by where it is done. */
export function indexProofs(proofs: readonly Fact[]): { take(fact: Fact): Fact | undefined } {
  const left = new Map<string, Fact[]>();
  const keyOf = ({ kind, display, via }: Fact): string => {
    const sink = via[via.length - 1];
    return `${kind} ${display} ${sink?.file} ${sink?.span.start}`;
  };
  for (const proof of proofs) left.set(keyOf(proof), [...(left.get(keyOf(proof)) ?? []), proof]);
  return { take: (fact) => left.get(keyOf(fact))?.shift() };
}

/** A fact behind a call: it stands under the call's guards too, and what the function shows by itself proves it there. */
export function provenFact(fact: Fact, alone: Fact | undefined, { guarded, around }: Action): Fact {
  const unbound = alone === undefined ? [] : [{ ...alone, provenBy: [] }, ...alone.provenBy];
  return {
    ...fact,
    guarded: fact.guarded || guarded,
    around: [...around, ...fact.around],
    provenBy: [...fact.provenBy, ...unbound],
  };
}
