import type { ObjectTerm } from '../../resolve/lower/term';
import type { Quote } from '../../resolve/module/summary';
import type { Span } from '../../text/span';
import type { Unit } from './settings';

/** Where an edit that gives a setting a value goes, and how the code around it is written. */
export type EditSite = ValueSite | ObjectSite | ArgumentSite | ChainSite | StatementSite | TextSite;

interface SiteBase {
  readonly file: string;
  /** The quote that most strings of the file use. */
  readonly quote: Quote;
  /** How a lifetime is written here. */
  readonly unit: Unit | undefined;
}

/** The setting is written: its value stands here; of a shorthand, the whole property. */
export interface ValueSite extends SiteBase {
  readonly kind: 'value';
  readonly span: Span;
  readonly key: string;
  readonly shorthand: boolean;
  /** The whole property with its comma, where it stands in a literal. */
  readonly property?: Span | undefined;
}

/** An object literal takes the setting; `path` leads from it to the setting. */
export interface ObjectSite extends SiteBase {
  readonly kind: 'object';
  readonly object: ObjectTerm;
  readonly path: readonly string[];
}

/** The call has no options argument yet. */
export interface ArgumentSite extends SiteBase {
  readonly kind: 'argument';
  readonly offset: number;
  readonly position: ArgumentPosition;
  readonly path: readonly string[];
}

/** A statement of its own, behind the one that ends at `offset`, takes the setting: `session.secure = true;`. */
export interface StatementSite extends SiteBase {
  readonly kind: 'statement';
  readonly offset: number;
  /** With the line break, so that it stands below. */
  readonly indent: string;
  /** What is assigned to: `session.secure`. */
  readonly target: string;
}

/** A builder gets one more call before its last: `.method(value)`. */
export interface ChainSite extends SiteBase {
  readonly kind: 'chain';
  readonly offset: number;
  readonly method: string;
  /** The white space before the last call. */
  readonly indent: string;
}

/** A Set-Cookie text takes one more `; attribute` here. */
export interface TextSite extends SiteBase {
  readonly kind: 'text';
  readonly offset: number;
}

/** Among the arguments that are there: alone, after the last, or before the one at `offset`. */
export type ArgumentPosition = 'only' | 'last' | 'before-next';
