import type { Where } from './places';
import type { KeptArea } from './storages';

/** An argument that is certainly one of these texts; case does not matter. */
export interface TextCondition {
  readonly where: Where;
  readonly is: readonly string[];
}

/** What has to be certain of a call. */
export type Condition =
  | TextCondition
  | StorageCondition
  | KindCondition
  | PartCondition
  /** Nothing is written at any of these places. */
  | { readonly absent: readonly Where[] }
  | { readonly all: readonly (TextCondition | KindCondition)[] };

/**
 * What stands at a place is certainly of one of these kinds, `described` where its type is one of a model, `nothing` an empty
 * list, `stringified` what `JSON.stringify` makes of one value, `truthy` and `falsy` a literal that counts as true, or as
 * false; `otherwise`: that is not certain.
 */
export interface KindCondition {
  readonly where: Where;
  readonly kinds: readonly (
    | 'absent'
    | 'undefined'
    | 'literal'
    | 'object'
    | 'function'
    | 'described'
    | 'nothing'
    | 'stringified'
    | 'truthy'
    | 'falsy'
  )[];
  readonly otherwise?: boolean;
}

/** What stands at a place is certainly that part of a library, by its module and path: `jose JWK.None`. */
export interface PartCondition {
  readonly where: Where;
  readonly part: string;
}

/** The first of these places that is written holds a storage of that area; with `byDefault`, or none is. */
export interface StorageCondition {
  readonly storage: readonly Where[];
  readonly area: KeptArea;
  readonly byDefault?: boolean;
  /** And nothing is written at any of these places. */
  readonly absent?: readonly Where[];
  /** And something other than `false` is, or may be, at this one. */
  readonly present?: Where;
  /** And what is assigned to is among the names that stand here, if any do, or certainly not among those. */
  readonly only?: readonly Where[];
  readonly except?: readonly Where[];
}
