import type { Signer } from '../../world';
import type { Fact, FactOf } from '../schema';
import { keyMarks } from './verifiers';

/** What a file signs tokens with. Keys that callers hand in count where they call. */
export function signersAmong(facts: readonly Fact[]): readonly Signer[] {
  return facts.flatMap((fact) => (fact.kind === 'TokenSign' && !isKeyHandedIn(fact) ? signersOf(fact) : []));
}

function signersOf({ attributes: { key, algorithm } }: FactOf<'TokenSign'>): readonly Signer[] {
  const keys = key.complete ? keyMarks(key) : [];
  const names = algorithm.complete ? algorithm.values.map(({ value }) => value) : [];
  return (keys.length === 0 ? [undefined] : keys).flatMap((mark) =>
    (names.length === 0 ? [undefined] : names).map((name) => ({ key: mark, algorithm: name })),
  );
}

function isKeyHandedIn({ attributes: { key } }: FactOf<'TokenSign'>): boolean {
  return key.leaves.some(({ origin }) => origin.kind === 'unknown' && origin.at === 'parameter');
}

/**
 * The one algorithm that the package signs with by the key that this checks; `undefined` when there is none, or more than
 * one, or when not every signer is known.
 */
export function signedWith(
  { attributes: { key } }: FactOf<'TokenVerify'>,
  signingAlgorithms: (key: string) => readonly string[] | undefined,
): string | undefined {
  const asked = key.complete ? keyMarks(key).map(signingAlgorithms) : [];
  if (asked.includes(undefined)) return undefined;
  const [algorithm, ...others] = new Set(asked.flatMap((names) => names ?? []));
  return others.length === 0 && algorithm?.toLowerCase() !== 'none' ? algorithm : undefined;
}
