import type { InstantValue, Possible } from '../../resolve/evaluate/value';
import type { Span } from '../../text/span';
import type { Leaf } from './origins';
import type { EditSite } from './sites';

/** What a model says once and for all. */
export interface Constant<T> {
  readonly constant: T;
}

/** One setting of an API: the set of values that it can have, where it is written, and how to write it. */
export interface Setting<T> {
  readonly values: readonly SettingValue<T>[];
  /** There are no other values. */
  readonly complete: boolean;
  /** How texts end of which the beginning is not known: `:token` of `${prefix}:token`. */
  readonly endings?: readonly string[];
  /** The place in the file under analysis that a person would edit: the option, its object, or the call. */
  readonly span: Span;
  /** Where an edit goes; `undefined` when no single place decides. */
  readonly site: EditSite | undefined;
  /** What is written there begins with a capital: `'Lax'`. */
  readonly isCapitalised?: true;
  /** Where the trails of the values end that are not known. */
  unknowns?(): readonly Leaf[];
  /** How code asks for production where the edit goes, if it has a name for the answer. */
  productionTest?(): string | undefined;
}

export interface SettingValue<T> extends Omit<Possible<T>, 'value'> {
  readonly value: T;
  /** `default`: nothing is written, the library decides. */
  readonly source: 'written' | 'default';
  /** Of a lifetime that is written: how. */
  readonly time?: WrittenTime;
}

/** A time as code writes it, before its unit says what it means. */
export interface WrittenTime {
  readonly unit: Unit;
  readonly written: string | InstantValue;
}

/** What a number or a text means as a time. */
export interface Unit {
  readonly number: 'seconds' | 'milliseconds' | 'minutes' | 'days' | 'epoch-seconds' | 'epoch-milliseconds' | 'invalid';
  /** `ms`: texts as the package of that name reads them; `jose`: as jose reads them. */
  readonly text: 'ms' | 'jose' | 'invalid';
}
