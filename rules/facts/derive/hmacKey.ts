import type { Fact, FactOf, Flow } from '../schema';
import { namesOn } from './allowlist';

/** The use of a key with HMAC. */
export interface HmacKey {
  readonly key: Flow;
  /** The algorithm of the smallest hash that the key is used for, and the bytes that it takes. */
  readonly algorithm: string;
  readonly bytes: number;
}

const HASHES = [
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
] as const;

/** What a secret takes where nothing says for which hash it is. */
export const LEAST_BYTES = HASHES[0][1];

/** The key of a token; `undefined` where it is a key of another kind, or protects something else. */
export function hmacKeyOf(fact: Fact): HmacKey | undefined {
  switch (fact.kind) {
    case 'SecretUse':
      return fact.attributes.purpose.constant === 'token' ? withHash(fact.attributes.value, []) : undefined;
    case 'TokenSign': {
      const { key, algorithm } = fact.attributes;
      return withHash(key, algorithm.complete ? algorithm.values.map(({ value }) => value) : []);
    }
    case 'TokenVerify':
      return withHash(fact.attributes.key, acceptedBy(fact));
    default:
      return undefined;
  }
}

function acceptedBy({ attributes: { algorithms } }: FactOf<'TokenVerify'>): readonly string[] {
  return algorithms.complete ? algorithms.values.flatMap(({ value }) => namesOn(value)) : [];
}

/** HS256 is what a secret is for where nothing else is said. */
function withHash(key: Flow, algorithms: readonly string[]): HmacKey | undefined {
  const hash = HASHES.find(([name]) => algorithms.length === 0 || algorithms.includes(name));
  return hash && { key, algorithm: hash[0], bytes: hash[1] };
}
