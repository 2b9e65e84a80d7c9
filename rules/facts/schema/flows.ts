import type { Place, Span } from '../../text/span';
import type { Leaf } from './origins';

/** Where a value comes from: every leaf that reaches an expression. */
export interface Flow {
  /** The expression; the call's callee when it has none. */
  readonly span: Span;
  readonly leaves: readonly Leaf[];
  /** Every leaf is known. */
  readonly complete: boolean;
  /** It is a text as it is handed over, not an object. */
  readonly isText: boolean;
  /** It stands where the library is registered with its framework, and is judged there. */
  readonly isRegistered: boolean;
}

/** What a token says. */
export interface Payload extends Flow {
  /** Those that objects of the source show, the inner ones of objects included. */
  readonly claims: readonly Claim[];
  /** Only whoever has the key can read it. */
  readonly isEncrypted: boolean;
}

/** One member of a payload. */
export interface Claim {
  readonly name: string;
  /** Where it is written. */
  readonly place: Place;
  readonly guarded: boolean;
  readonly leaves: readonly Leaf[];
  /** What an edit takes away to take the claim away, in the file of `place`; `undefined` where that is not one member. */
  readonly removal: Span | undefined;
}
