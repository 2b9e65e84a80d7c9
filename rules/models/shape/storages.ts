import type { StorageArea } from '../../facts/schema';

/** An area of the client, cookies that script writes among them. */
export type KeptArea = StorageArea | 'cookie';

/** A storage that code can hand over, or what wraps one: `createJSONStorage(() => sessionStorage)`. */
export interface StorageModel {
  readonly path: string;
  readonly in?: string;
  readonly area: KeptArea;
  /** It wraps the storage that this argument is, or returns; `area` is what it wraps without one. */
  readonly around?: number;
  /** The argument holds it as the first of these members that is there, if none of the others is. */
  readonly option?: { readonly names: readonly string[]; readonly absent: readonly string[] };
  /** The text that its first argument has to be. */
  readonly named?: string;
}

/** A package that takes the place of a storage, whose calls have the same arguments and give the same. */
export interface SaferStoreModel {
  readonly package: string;
  /** The name that all of it is imported under. */
  readonly as: string;
  /** Projects depend on one of these, and on none of the others. */
  readonly needs: readonly string[];
  readonly lacks: readonly string[];
  /** The methods of the storage, how many arguments they have, and those that take their place. */
  readonly methods: readonly { readonly name: string; readonly count: number; readonly becomes: string }[];
  /** The keys that it takes. */
  readonly keys: string;
}
