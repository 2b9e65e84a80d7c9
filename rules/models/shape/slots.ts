import type { Flow, Setting } from '../../facts/schema';
import type { Claims } from '../../facts/schema/claims';
import type { Constant } from '../../facts/schema/settings';
import type { Where } from './places';

export type SlotOf<Attribute> =
  Attribute extends Constant<infer T>
    ? Constant<T>
    : Attribute extends Setting<infer T>
      ? Slot<T>
      : Attribute extends Flow
        ? FlowSlot
        : Attribute extends Claims
          ? ClaimsSlot
          : never;

export interface Slot<T> {
  /** Where the setting is written: the first of these that is present. */
  readonly where: readonly Where[];
  /** What the library does when it is not written; absent: it depends on what we cannot see. */
  readonly default?: T;
  /** What a written `undefined` means where that is not the default. */
  readonly whenUndefined?: T;
  /** The library throws at a written `undefined` or `null`: nothing follows from it. */
  readonly refusesUndefined?: true;
  /** Spellings other than the value itself, by their text. */
  readonly spelled?: Readonly<Record<string, T>>;
  /** Texts begin with a capital, and are refused otherwise: `'Lax'`. */
  readonly isCapitalised?: true;
}

export interface FlowSlot {
  readonly where: readonly Where[];
  /** Of a token's payload: only whoever has the key can read it. */
  readonly isEncrypted?: true;
}

/** The paths in what a call gives at which the claims lie; the first that leads to a use counts. */
export interface ClaimsSlot {
  readonly claimsAt: readonly (readonly string[])[];
  /** They are handed to the function that stands here, which may check the token itself. */
  readonly handedTo?: Where;
  /** The request brings them, whatever the call is given; who calls one of these has them looked at. */
  readonly lookedAtBy?: readonly string[];
}
